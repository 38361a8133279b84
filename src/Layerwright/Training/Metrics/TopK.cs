using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The share of rows whose label is among the <see cref="K"/> most probable classes. Of equal ones the first counts as more
/// probable, so that K = 1 is <see cref="Accuracy"/>.
/// </summary>
/// <param name="K">How many, at least 1 and at most the classes. Default: 5.</param>
/// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
public sealed record TopK(int K = 5) : Metric
{
    /// <summary>How many classes may be named.</summary>
    public int K { get; init => field = Positive(value); } = Positive(K);

    /// <inheritdoc/>
    public override string Name => FormattableString.Invariant($"Top-{K}");

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target)
    {
        if (!target.TakesLabels())
        {
            throw NotFor(target);
        }

        return K <= outputLength
            ? new Accumulator(K, outputLength)
            : throw new ArgumentException($"{Name} cannot be measured: the network has {outputLength} classes.");
    }

    /// <inheritdoc cref="Accuracy.Format"/>
    public override string Format(double value) => Percentage(value);

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(K));
        return value;
    }

    private sealed class Accumulator(int k, int outputLength) : MetricAccumulator
    {
        private long _right, _count;

        public override double Value => (double)_right / _count;

        public override void Reset() => _right = _count = 0;

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            for (int row = 0; row < labels.Length; row++)
            {
                if (Ahead(predictions.Slice(row * outputLength, outputLength), labels[row]) < k)
                {
                    _right++;
                }
            }

            _count += labels.Length;
        }

        /// <summary>Classes before the label; NaN stands before every number, as it does for <see cref="Accuracy"/>.</summary>
        private static int Ahead(ReadOnlySpan<float> scores, int label)
        {
            int ahead = 0;
            for (int other = 0; other < scores.Length; other++)
            {
                ahead += other < label ? (!(scores[other] < scores[label]) ? 1 : 0) : !(scores[other] <= scores[label]) ? 1 : 0;
            }

            return ahead;
        }
    }
}
