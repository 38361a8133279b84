using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// What a loss kernel needs for a block of rows besides the network's output: targets, weights, the scale of the mean,
/// and where each row's loss goes. Pointers stand at the block's first row. Where outputs are sequences or images, the kernel's
/// rows are their lines.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LossBlock
{
    /// <summary>One class number a row; null where targets are floats.</summary>
    internal int* Labels { get; init; }

    /// <summary>As many floats a row as there are outputs, not padded.</summary>
    internal float* Targets { get; init; }

    /// <summary>Weight of each row of the batch, or null for ones.</summary>
    internal float* SampleWeights { get; init; }

    /// <summary>Lines of a row of the batch, which share its weight.</summary>
    internal int Positions { get; init; }

    /// <summary>Weight of each class, padded with zeros, or null for ones.</summary>
    internal float* ClassWeights { get; init; }

    /// <summary>The label whose rows do not count; null where there is none.</summary>
    internal int? IgnoreLabel { get; init; }

    /// <summary>Loss of each row (already weighted, not yet divided), summed later in row order.</summary>
    internal double* RowLosses { get; init; }

    /// <summary>1 / what the sum over the whole batch is divided by: the mean's factor in the gradient. 0 where nothing counts.</summary>
    internal float Scale { get; init; }

    internal bool IsIgnored(int row) => IgnoreLabel is { } label && Labels != null && Labels[row] == label;

    internal float WeightOf(int row) => SampleWeights == null ? 1f : SampleWeights[Positions > 1 ? row / Positions : row];
}
