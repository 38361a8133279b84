using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Gradients of learned slopes, Σ dy·x over x &lt; 0: gathered by blocks of rows and combined in block order, so that they do not
/// depend on threads.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SlopeGradient
{
    /// <summary>Σ dy·min(x, 0) of each column over these rows.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">x, [rows, columns], padded.</param>
    /// <param name="gradient">dy, [rows, columns], padded with zeros.</param>
    /// <param name="partial">Two padded rows, of which the first receives the sums.</param>
    public static void Gather(int rows, Tensor input, Tensor gradient, Tensor partial) =>
        VectorWidth.Run(new SlopeSumsKernel(rows, input, gradient, partial));

    /// <summary>The sum of each column over the whole batch: slopes of their own.</summary>
    /// <param name="parts">What the blocks gathered.</param>
    /// <param name="slopeGradient">Receives one padded row over the columns.</param>
    public static void Combine(BlockStatistics parts, Tensor slopeGradient) =>
        VectorWidth.Run(new CombineSlopesKernel(parts, slopeGradient));

    /// <summary>The sum of all columns over the whole batch: one slope.</summary>
    /// <param name="parts">What the blocks gathered.</param>
    /// <param name="slopeGradient">Receives one number, zeros in its padding.</param>
    public static void CombineAll(BlockStatistics parts, Tensor slopeGradient) =>
        VectorWidth.Run(new CombineSlopeKernel(parts, slopeGradient));
}
