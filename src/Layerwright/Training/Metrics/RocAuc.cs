using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The area under the ROC curve: how probably a row of a class gets a higher output for it than a row that is not of it; exact,
/// equal outputs count one half (Hanley and McNeil 1982). NaN where all rows are of the class, or none. Ranks what a prediction
/// gives, float32 probabilities: sigmoid and softmax reach 1 at a logit (or a logit's lead) of about 17, and rows beyond it are equal.
/// </summary>
/// <param name="Class">
/// The class, against all others, or the yes-or-no output. Default: null, the only output, or class 1 of two.
/// </param>
public sealed record RocAuc(int? Class = null) : ClassMetric(Class)
{
    private protected override string Stem => "ROC AUC";

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target)
    {
        Check(outputLength, target);
        int? only = outputLength == 1 ? 0 : outputLength == 2 && target.TakesLabels() ? 1 : null;
        return (Class ?? only) is { } output
            ? new Accumulator(outputLength, output)
            : throw new ArgumentException($"{Name} is of one output against the rest: say which of the {outputLength}, as in new RocAuc(0).");
    }

    private sealed class Accumulator(int outputLength, int output) : MetricAccumulator
    {
        private float[] _scores = [];
        private bool[] _isPositive = [];
        private int _count;
        private double? _value;

        public override double Value => _value ??= Area(_scores.AsSpan(0, _count), _isPositive.AsSpan(0, _count));

        public override void Reset()
        {
            _count = 0;
            _value = null;
        }

        public override void Reserve(int rows)
        {
            if (rows > _scores.Length)
            {
                Array.Resize(ref _scores, rows);
                Array.Resize(ref _isPositive, rows);
            }
        }

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            int rows = predictions.Length / outputLength;
            if (_count + rows > _scores.Length)
            {
                Reserve(Math.Max(_count + rows, 2 * _scores.Length));
            }

            _value = null;
            for (int row = 0; row < rows; row++)
            {
                int at = row * outputLength + output;
                _scores[_count] = predictions[at];
                _isPositive[_count] = labels.IsEmpty ? targets[at] > 0.5f : labels[row] == output;
                _count++;
            }
        }

        /// <summary>Mann and Whitney's statistic over its greatest value; sorts the rows, whose order means nothing.</summary>
        private static double Area(Span<float> scores, Span<bool> isPositive)
        {
            scores.Sort(isPositive);
            if (scores.IsEmpty || float.IsNaN(scores[0]))
            {
                return double.NaN;
            }

            double rankSum = 0;
            long positives = 0;
            for (int first = 0, next; first < scores.Length; first = next)
            {
                next = first + 1;
                while (next < scores.Length && scores[next] == scores[first])
                {
                    next++;
                }

                // Ranks first + 1 to next, each as their mean.
                long among = isPositive[first..next].Count(true);
                rankSum += among * (first + 1 + next) / 2.0;
                positives += among;
            }

            long negatives = scores.Length - positives;
            return (rankSum - (positives * (positives + 1) / 2.0)) / ((double)positives * negatives);
        }
    }
}
