using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>The sums in the gradient of a normalisation, over a batch or over each row: gathered by blocks of rows, combined in block order.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NormalizationGradient
{
    /// <summary>The sums over the whole batch, which are the gradients of β and γ.</summary>
    /// <param name="parts">What the blocks gathered.</param>
    /// <param name="betaGradient">Receives Σdy, one padded row; absent where there is no β.</param>
    /// <param name="gammaGradient">Receives Σdy·x̂, one padded row.</param>
    public static void Combine(BlockStatistics parts, Tensor betaGradient, Tensor gammaGradient) =>
        VectorWidth.Run(new CombineSumsKernel(parts, betaGradient, gammaGradient));
}
