namespace Layerwright;

/// <summary>LW7014: the loss stands still first and falls then: the initial weights had to be undone (CS231n, "Bad initialization a prime suspect").</summary>
internal sealed class LateStart : Diagnosis
{
    private const int FewestSteps = 100, Together = 10;

    /// <summary>Shares of the first loss above which it has not begun to fall, and below which it fell in the end.</summary>
    private const double Flat = 0.95, Fallen = 0.7;

    public override string Id => "LW7014";

    public override string Title => "Late start";

    public override string? StaticRule => "LW3006";

    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7007", "LW7008", "LW7009", "LW7010"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record.Steps.Count < 2 * Together)
        {
            yield break;
        }

        // A warm-up is slow on purpose.
        float fullRate = record.Steps.Max(step => step.LearningRate) / 2;
        long warm = record.Steps.First(step => step.LearningRate >= fullRate).Step;
        LossPiece first = LossPiece.First(record.Steps);
        long? start = record.Steps.Chunk(Together)
            .Select(chunk => (chunk[0].Step, Piece: LossPiece.Of(chunk)))
            .Where(pair => pair.Piece.Mean < Flat * first.Mean - (2 * (pair.Piece.Error + first.Error)))
            .Select(pair => (long?)pair.Step).FirstOrDefault();
        if (start - warm >= Math.Max(FewestSteps, record.StepsPerEpoch) && LossPiece.Of(record.Steps.TakeLast(Together)).Mean < Fallen * first.Mean)
        {
            yield return Found(
                record, FindingSeverity.Note,
                FormattableString.Invariant($"the loss stood at {first.Mean:g4} for {start} steps before it fell, longer than an epoch or {FewestSteps} steps"),
                "Try Init.Auto, BatchNorm after each weight layer, or a momentum of 0.9");
        }
    }
}
