using System.Numerics.Tensors;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The rows of a batch that metrics count, as metrics see them: a class for each where the network tells classes. Of outputs that
/// are sequences or images each position is a row.
/// </summary>
/// <param name="maxRows">The most rows of a batch.</param>
/// <param name="network">The network.</param>
internal sealed class MeasuredRows(int maxRows, NetworkBlueprint network)
{
    private readonly int[] _labels = new int[checked(maxRows * network.OutputPositions)];

    /// <summary>Rows that count.</summary>
    public int Count { get; private set; }

    /// <summary>Their classes; empty where outputs are not one class out of several.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, network.Target.TakesLabels() ? Count : 0);

    /// <summary>
    /// Takes a batch in: of probabilities the most probable class is the label; rows of the ignored label are left out, and the
    /// predictions of the others move up.
    /// </summary>
    public void Take(Batch batch, Span<float> predictions)
    {
        int length = network.OutputColumns, rows = batch.Rows * network.OutputPositions;
        Count = rows;
        if (batch.Labels.IsEmpty)
        {
            for (int row = 0; network.Target.TakesLabels() && row < rows; row++)
            {
                _labels[row] = TensorPrimitives.IndexOfMax(batch.TargetValues.Slice(row * length, length));
            }
        }
        else
        {
            Count = 0;
            for (int row = 0; row < rows; row++)
            {
                if (batch.Labels[row] != network.IgnoreLabel)
                {
                    _labels[Count] = batch.Labels[row];
                    predictions.Slice(row * length, length).CopyTo(predictions.Slice(Count * length, length));
                    Count++;
                }
            }
        }
    }
}
