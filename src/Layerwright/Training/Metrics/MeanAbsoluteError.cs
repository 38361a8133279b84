using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The mean of |prediction − target| over rows and outputs: a regression's error, less moved by outliers than its square.
/// </summary>
public sealed record MeanAbsoluteError : Metric
{
    /// <inheritdoc/>
    public override string Name => "MAE";

    /// <summary>False: less is better.</summary>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) =>
        target is TargetKind.Values or TargetKind.Probabilities ? new Accumulator() : throw NotFor(target);

    private sealed class Accumulator : MetricAccumulator
    {
        private double _sum;
        private long _count;

        public override double Value => _sum / _count;

        public override void Reset() => (_sum, _count) = (0, 0);

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                _sum += Math.Abs((double)predictions[i] - targets[i]);
            }

            _count += targets.Length;
        }
    }
}
