using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The coefficient of determination, 1 − Σ(target − prediction)² / Σ(target − mean target)²: 1 is perfect, 0 as good as the mean.
/// </summary>
/// <remarks>
/// Of several outputs the mean of each one's, as scikit-learn's r2_score. An output whose targets are all the same gives 1 where
/// it is met exactly, else 0. NaN below two rows.
/// </remarks>
public sealed record RSquared : Metric
{
    /// <inheritdoc/>
    public override string Name => "R²";

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) =>
        target == TargetKind.Values ? new Accumulator(outputLength) : throw NotFor(target);

    private sealed class Accumulator(int outputLength) : MetricAccumulator
    {
        private readonly double[] _means = new double[outputLength], _squares = new double[outputLength], _errors = new double[outputLength];
        private long _count;

        public override double Value
        {
            get
            {
                if (_count < 2)
                {
                    return double.NaN;
                }

                double sum = 0;
                for (int output = 0; output < outputLength; output++)
                {
                    sum += _squares[output] > 0 ? 1 - (_errors[output] / _squares[output]) : _errors[output] == 0 ? 1 : 0;
                }

                return sum / outputLength;
            }
        }

        public override void Reset()
        {
            _count = 0;
            Array.Clear(_means);
            Array.Clear(_squares);
            Array.Clear(_errors);
        }

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            for (int first = 0; first < targets.Length; first += outputLength)
            {
                _count++;
                for (int output = 0; output < outputLength; output++)
                {
                    // Welford's: differences from the running mean, never Σx² − (Σx)²/n.
                    double target = targets[first + output], error = target - predictions[first + output];
                    double fromMean = target - _means[output];
                    _means[output] += fromMean / _count;
                    _squares[output] += fromMean * (target - _means[output]);
                    _errors[output] += error * error;
                }
            }
        }
    }
}
