using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// The statistics of batch normalisation: what observers gathered by blocks of rows, combined in block order. Normalising itself
/// is an epilogue.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchNormalization
{
    /// <summary>Statistics of the whole batch from those of its blocks, and the running ones moved towards them.</summary>
    /// <remarks>The biased variance normalises, the unbiased one goes into the running variance, as in PyTorch.</remarks>
    /// <param name="parts">What the blocks gathered.</param>
    /// <param name="epsilon">ε, added to the variance.</param>
    /// <param name="momentum">Share of this batch in the running statistics.</param>
    /// <param name="mean">Receives the mean, one padded row.</param>
    /// <param name="inverseDeviation">Receives 1/√(variance + ε), one padded row.</param>
    /// <param name="runningMean">Moved towards the mean.</param>
    /// <param name="runningVariance">Moved towards the variance.</param>
    public static void CombineStatistics(
        BlockStatistics parts,
        float epsilon,
        float momentum,
        Tensor mean,
        Tensor inverseDeviation,
        Tensor runningMean,
        Tensor runningVariance) =>
        VectorWidth.Run(new CombineStatisticsKernel(parts, epsilon, momentum, mean, inverseDeviation, runningMean, runningVariance));
}
