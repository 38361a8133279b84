namespace Layerwright;

/// <summary>What a metric measured.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Value">Its value over all rows.</param>
public readonly record struct MetricValue(Metric Metric, double Value)
{
    /// <summary>For example <c>Accuracy 87.25 %</c>; <c>nothing</c> where nothing was measured.</summary>
    public override string ToString() => Metric is null ? "nothing" : $"{Metric.Name} {Metric.Format(Value)}";
}
