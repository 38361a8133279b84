using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Gradients of learned slopes from what blocks of rows gathered, combined in block order so that they do not depend on threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SlopeGradient
{
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
