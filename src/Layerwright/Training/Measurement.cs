using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Loss and metrics over a data set, added up batch by batch in memory that is made once.</summary>
internal sealed class Measurement
{
    private readonly MetricAccumulator[] _accumulators;
    private LossSum _loss;
    private bool _isEmpty = true;

    /// <param name="metrics">What to measure.</param>
    /// <param name="network">Of what.</param>
    /// <param name="rows">The most rows of a data set.</param>
    /// <exception cref="ArgumentException">A metric has no meaning for the network's targets.</exception>
    public Measurement(IReadOnlyList<Metric> metrics, NetworkBlueprint network, int rows)
    {
        Metrics = metrics;
        _accumulators = [.. metrics.Select(metric => metric.CreateAccumulator(network.OutputColumns, network.Target))];
        foreach (MetricAccumulator accumulator in _accumulators)
        {
            accumulator.Reserve(checked(rows * network.OutputPositions));
        }
    }

    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>What was taken for what; null where nobody asked.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>The mean loss over all rows that count; NaN before the first.</summary>
    public double Loss => _isEmpty ? double.NaN : _loss.Mean;

    /// <summary>The value of the metric with this number.</summary>
    public double this[int metric] => _accumulators[metric].Value;

    public void Reset()
    {
        _loss = default;
        _isEmpty = true;
        foreach (MetricAccumulator accumulator in _accumulators)
        {
            accumulator.Reset();
        }
    }

    /// <summary>Adds a batch.</summary>
    /// <param name="loss">Its loss.</param>
    /// <param name="predictions">Those of the rows that count.</param>
    /// <param name="rows">The rows that count.</param>
    /// <param name="targets">Their targets, where they have no labels.</param>
    public void Add(LossSum loss, ReadOnlySpan<float> predictions, MeasuredRows rows, ReadOnlySpan<float> targets)
    {
        _loss = new(_loss.Sum + loss.Sum, _loss.Divisor + loss.Divisor);
        _isEmpty = false;
        foreach (MetricAccumulator accumulator in _accumulators)
        {
            accumulator.Add(predictions, rows.Labels, targets);
        }

        Confusion?.Add(predictions, rows.Labels);
    }
}
