using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// What a loss kernel needs for a block of rows besides the network's output: targets, weights, the scale of the mean,
/// and where each row's loss goes. Pointers stand at the block's first row.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LossBlock
{
    internal int* Labels { get; init; }

    /// <summary>As many floats a row as there are outputs, not padded.</summary>
    internal float* Targets { get; init; }

    /// <summary>Weight of each row, or null for ones.</summary>
    internal float* SampleWeights { get; init; }

    /// <summary>Loss of each row (already weighted, not yet divided by the number of rows), summed later in row order.</summary>
    internal double* RowLosses { get; init; }

    /// <summary>1 / rows of the whole batch: the mean's factor in the gradient.</summary>
    internal float Scale { get; init; }

    internal float WeightOf(int row) => SampleWeights == null ? 1f : SampleWeights[row];
}
