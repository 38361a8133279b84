namespace Layerwright;

/// <summary>LW7013: the loss does not go down (CS231n, "Loss barely changing").</summary>
internal sealed class LossFlat : Diagnosis
{
    private const int FewestSteps = 50, FewestEpochs = 2, Parts = 4;

    /// <summary>A fall by a smaller share is none; in short fits, less is asked.</summary>
    private const double LeastFall = 0.05;
    private const double FallPerStep = 1.0 / 5000;

    /// <summary>A loss below this share of the expected one has gone down, here or in a fit before.</summary>
    private const double Learnt = 0.5;

    /// <summary>Updates that change weights more than this are not too small.</summary>
    private const double LargeRatio = 1e-2;

    public override string Id => "LW7013";

    public override string Title => "Loss flat";

    public override string? StaticRule => "LW5001";

    // But not LW7006: rates that are too low show in both, by layers and by their effect.
    public override IReadOnlyList<string> ExplainedBy => ["LW6001", "LW7002", "LW7007", "LW7008", "LW7009", "LW7010", "LW7015"];

    public override IEnumerable<Finding> Examine(TrainingRecord record)
    {
        if (record.Epochs.Count < FewestEpochs || record.Epochs[^1].Step is var steps && steps < FewestSteps || record.Steps.Count == 0)
        {
            yield break;
        }

        LossPiece first = LossPiece.First(record.Steps);
        LossPiece least = LossPiece.Parts(record.Steps, Parts).MinBy(part => part.Mean);
        double bound = Math.Min(LeastFall, steps * FallPerStep);
        double noise = 2 * Math.Sqrt((first.Error * first.Error) + (least.Error * least.Error));
        if (first.Mean - least.Mean < (bound * Math.Abs(first.Mean)) + noise && !(least.Mean < Learnt * record.ExpectedLoss))
        {
            double? ratio = record.Layers.Max(layer => LayerWindow.Last(layer, sample => sample.UpdateRatio, record.StepsPerEpoch, fewest: 1));
            yield return Found(
                record, record.ExpectedLoss is null ? FindingSeverity.Note : FindingSeverity.Warning,
                FormattableString.Invariant($"the loss was {first.Mean:g4} at the start and no lower than {least.Mean:g4} in {steps} steps, a fall of less than {100 * bound:g2} %")
                + (ratio is null ? "" : FormattableString.Invariant($"; updates change weights by {ratio:0.0e-0} of their size at most")),
                ratio > LargeRatio
                    ? "Try a lower learning rate, and whether the network can learn 20 rows by heart (SanityCheck.Run)"
                    : "Try a learning rate ten times as high (LearningRateSweep finds a range), and whether the network can learn 20 rows by heart (SanityCheck.Run)");
        }
    }
}
