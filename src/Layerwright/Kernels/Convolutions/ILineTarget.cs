namespace Layerwright.Kernels;

/// <summary>Where the sums of a convolution go: the rows of a tile are lines of a tensor, equally far apart.</summary>
internal interface ILineTarget<TSelf> : ITileTarget<TSelf>
    where TSelf : struct, ILineTarget<TSelf>
{
    /// <summary>The same target, aimed at every <paramref name="lineStep"/>th line from <paramref name="line"/> on.</summary>
    TSelf At(nint line, nint lineStep);
}
