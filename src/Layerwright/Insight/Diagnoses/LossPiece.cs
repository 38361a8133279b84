namespace Layerwright;

/// <summary>A part of the loss curve.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Error">The standard error of that mean; 0 for a single point.</param>
internal readonly record struct LossPiece(double Mean, double Error)
{
    /// <summary>The first points of a curve: enough for a mean, few enough for a beginning.</summary>
    private const int Beginning = 10;

    /// <summary>The curve's beginning.</summary>
    public static LossPiece First(IReadOnlyList<StepRecord> steps) => Of(steps.Take(Beginning));

    /// <summary>The curve in parts of as many updates each.</summary>
    /// <param name="steps">The curve; some points.</param>
    /// <param name="parts">How many parts.</param>
    public static IEnumerable<LossPiece> Parts(IReadOnlyList<StepRecord> steps, int parts)
    {
        long length = steps[^1].Step + 1;
        return steps.GroupBy(step => step.Step * parts / length).Select(group => Of(group));
    }

    /// <summary>The mean of some points of the curve.</summary>
    public static LossPiece Of(IEnumerable<StepRecord> steps)
    {
        double[] losses = [.. steps.Select(step => step.Loss)];
        double mean = losses.Average();
        double squares = losses.Sum(loss => (loss - mean) * (loss - mean));
        return new(mean, losses.Length > 1 ? Math.Sqrt(squares / (losses.Length - 1) / losses.Length) : 0);
    }
}
