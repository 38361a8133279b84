namespace Layerwright;

/// <summary>What a fit keeps to know its best epoch.</summary>
/// <param name="Value">The best value; NaN before the first.</param>
/// <param name="EpochsWithout">Epochs without improvement.</param>
internal readonly record struct BestEpochState(double Value, int EpochsWithout);

/// <summary>Which epoch was the best so far, by what early stopping looks at, and when patience ends.</summary>
/// <param name="settings">Early stopping; null only to know the best epoch.</param>
/// <param name="measurement">The validation; null to go by the training loss.</param>
internal sealed class BestEpoch(EarlyStopping? settings, Measurement? measurement)
{
    private readonly int _metric = IndexOf(settings?.Metric, measurement);

    /// <summary>What it has seen so far.</summary>
    public BestEpochState State { get; set; } = new(double.NaN, 0);

    /// <summary>True where the last epochs brought no improvement and patience is over.</summary>
    public bool IsPatienceOver => State.EpochsWithout >= settings?.Patience;

    /// <summary>Takes an epoch in.</summary>
    /// <returns>True where it is the best so far. The first epoch with a number is.</returns>
    public bool Add(double trainingLoss)
    {
        bool higherIsBetter = _metric >= 0 && settings!.Metric!.HigherIsBetter;
        double value = measurement is null ? trainingLoss : _metric < 0 ? measurement.Loss : measurement[_metric];
        double best = State.Value, improvement = higherIsBetter ? value - best : best - value;
        bool isBest = double.IsNaN(best) ? !double.IsNaN(value) : improvement > (settings?.MinimumImprovement ?? 0);
        State = isBest ? new(value, 0) : new(best, State.EpochsWithout + 1);
        return isBest;
    }

    private static int IndexOf(Metric? metric, Measurement? measurement)
    {
        for (int i = 0; metric is not null && i < measurement?.Metrics.Count; i++)
        {
            if (measurement.Metrics[i].Equals(metric))
            {
                return i;
            }
        }

        return -1;
    }
}
