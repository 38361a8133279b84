using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The share of right answers: rows whose most probable class is their label; with yes-or-no outputs, outputs on the right side
/// of one half.
/// </summary>
public sealed record Accuracy : Metric
{
    /// <inheritdoc/>
    public override string Name => "Accuracy";

    /// <inheritdoc/>
    public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) => target switch
    {
        TargetKind.Labels or TargetKind.LabelsOrProbabilities => new OfLabels(outputLength),
        TargetKind.Probabilities => new OfProbabilities(),
        _ => throw NotFor(target),
    };

    /// <summary>A percentage with two decimals.</summary>
    /// <param name="value">A share.</param>
    public override string Format(double value) => Percentage(value);

    private sealed class OfLabels(int outputLength) : MetricAccumulator
    {
        private long _right, _count;

        public override double Value => (double)_right / _count;

        public override void Reset() => _right = _count = 0;

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            for (int row = 0; row < labels.Length; row++)
            {
                if (TensorPrimitives.IndexOfMax(predictions.Slice(row * outputLength, outputLength)) == labels[row])
                {
                    _right++;
                }
            }

            _count += labels.Length;
        }
    }

    private sealed class OfProbabilities : MetricAccumulator
    {
        private long _right, _count;

        public override double Value => (double)_right / _count;

        public override void Reset() => _right = _count = 0;

        public override void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets)
        {
            for (int i = 0; i < targets.Length; i++)
            {
                if (predictions[i] > 0.5f == targets[i] > 0.5f)
                {
                    _right++;
                }
            }

            _count += targets.Length;
        }
    }
}
