using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Sums over the batch from what blocks of rows gathered, combined in block order so that they do not depend on threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchSums
{
    /// <summary>The sum of each column over the whole batch.</summary>
    /// <param name="parts">What the blocks gathered.</param>
    /// <param name="sums">Receives one padded row over the columns.</param>
    public static void Combine(BlockStatistics parts, Tensor sums) => VectorWidth.Run(new CombineColumnsKernel(parts, sums));
}
