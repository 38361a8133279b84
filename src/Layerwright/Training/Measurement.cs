using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Loss and metrics over a data set, added up batch by batch in memory that is made once.</summary>
internal sealed class Measurement
{
    private readonly MetricAccumulator[] _accumulators;
    private double _lossSum;
    private long _rows;

    /// <exception cref="ArgumentException">A metric has no meaning for the network's targets.</exception>
    public Measurement(IReadOnlyList<Metric> metrics, NetworkBlueprint network)
    {
        Metrics = metrics;
        _accumulators = [.. metrics.Select(metric => metric.CreateAccumulator(network.OutputLength, network.Target))];
    }

    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What was taken for what; null where nobody asked.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>The mean loss over all rows.</summary>
    public double Loss => _lossSum / _rows;

    /// <summary>The value of the metric with this number.</summary>
    public double this[int metric] => _accumulators[metric].Value;

    public void Reset()
    {
        _lossSum = 0;
        _rows = 0;
        foreach (MetricAccumulator accumulator in _accumulators)
        {
            accumulator.Reset();
        }
    }

    public void Add(float meanLoss, ReadOnlySpan<float> predictions, Batch batch)
    {
        _lossSum += (double)meanLoss * batch.Rows;
        _rows += batch.Rows;
        foreach (MetricAccumulator accumulator in _accumulators)
        {
            accumulator.Add(predictions, batch.Labels, batch.TargetValues);
        }

        Confusion?.Add(predictions, batch.Labels);
    }
}
