using Layerwright.Runtime;

namespace Layerwright;

/// <summary>√(mean of (prediction − target)²) over rows and outputs: a regression's error in the targets' own unit.</summary>
public sealed record RootMeanSquaredError : Metric
{
    /// <inheritdoc/>
    public override string Name => "RMSE";

    /// <summary>False: less is better.</summary>
    public override bool HigherIsBetter => false;

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) =>
        target is TargetKind.Values or TargetKind.Probabilities ? new Accumulator() : throw NotFor(target);

    private sealed class Accumulator : MetricAccumulator
    {
        private double _sum;
        private long _count;

        public override double Value => Math.Sqrt(_sum / _count);

        public override void Reset() => (_sum, _count) = (0, 0);

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                double difference = (double)predictions[i] - targets[i];
                _sum += difference * difference;
            }

            _count += targets.Length;
        }
    }
}
