using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Hits, predictions and rows of each class, and a score made of them.</summary>
/// <param name="outputs">Classes, or independent yes-or-no outputs.</param>
/// <param name="target">Which of the two.</param>
/// <param name="chosen">The only class that is asked for; null for the mean.</param>
/// <param name="score">A class's score from its hits, predictions and rows; NaN counts as 0.</param>
internal sealed class ClassCounts(int outputs, TargetKind target, int? chosen, Func<long, long, long, double> score) : MetricAccumulator
{
    private readonly long[] _hits = new long[outputs], _predicted = new long[outputs], _actual = new long[outputs];
    private long _rows;

    public override double Value
    {
        get
        {
            if (_rows == 0)
            {
                return double.NaN;
            }

            if (chosen is { } label)
            {
                return ScoreOf(label);
            }

            double sum = 0;
            int count = 0;
            for (int output = 0; output < outputs; output++)
            {
                if (target == TargetKind.Probabilities || _predicted[output] + _actual[output] > 0)
                {
                    sum += ScoreOf(output);
                    count++;
                }
            }

            return sum / count;
        }
    }

    public override void Reset()
    {
        _rows = 0;
        Array.Clear(_hits);
        Array.Clear(_predicted);
        Array.Clear(_actual);
    }

    public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
    {
        int rows = predictions.Length / outputs;
        _rows += rows;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> shown = predictions.Slice(row * outputs, outputs);
            if (target == TargetKind.Probabilities)
            {
                AddAnswers(shown, targets.Slice(row * outputs, outputs));
            }
            else
            {
                int predicted = TensorPrimitives.IndexOfMax(shown);
                _predicted[predicted]++;
                _actual[labels[row]]++;
                _hits[predicted] += predicted == labels[row] ? 1 : 0;
            }
        }
    }

    private void AddAnswers(ReadOnlySpan<float> shown, ReadOnlySpan<float> targets)
    {
        for (int output = 0; output < outputs; output++)
        {
            bool isYes = shown[output] > 0.5f, isActual = targets[output] > 0.5f;
            _predicted[output] += isYes ? 1 : 0;
            _actual[output] += isActual ? 1 : 0;
            _hits[output] += isYes && isActual ? 1 : 0;
        }
    }

    private double ScoreOf(int output) =>
        score(_hits[output], _predicted[output], _actual[output]) is var value && double.IsNaN(value) ? 0 : value;
}
