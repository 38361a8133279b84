using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>The gradient of a learned slope from what blocks of rows gathered, combined in block order so that it does not depend on threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SlopeGradient
{
    /// <summary>The sum of all columns over the whole batch: one slope.</summary>
    /// <param name="parts">What the blocks gathered.</param>
    /// <param name="slopeGradient">Receives one number, zeros in its padding.</param>
    public static void CombineAll(BlockStatistics parts, Tensor slopeGradient) =>
        VectorWidth.Run(new CombineSlopeKernel(parts, slopeGradient));
}
