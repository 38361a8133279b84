namespace Layerwright;

/// <summary>The finished epochs of a fit.</summary>
internal sealed record HistoryState(double[] TrainingLoss, double[] SamplesPerSecond, double[] ValidationLoss, double[][] Metrics, int BestEpoch)
{
    /// <summary>Finished epochs.</summary>
    public int Epochs => TrainingLoss.Length;

    public static HistoryState Of(TrainingHistory history) => new(
        history.TrainingLoss.ToArray(),
        history.SamplesPerSecond.ToArray(),
        history.ValidationLoss.ToArray(),
        [.. history.Metrics.Select(metric => history.ValidationMetric(metric).ToArray())],
        history.BestEpoch);
}
