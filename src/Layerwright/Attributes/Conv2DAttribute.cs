namespace Layerwright;

/// <summary>A convolution over images: each filter is a weighted sum of the pixels under its kernel, at every place of it.</summary>
/// <remarks>
/// Input [height, width, n], output [places down, places across, <see cref="Filters"/>], where a padded size gives
/// ⌊(size − dilation · (kernel − 1) − 1) / stride⌋ + 1 places. State: <c>weight</c> [filters, n / groups, kernel height, kernel width]
/// and, unless there is no bias, <c>bias</c> [filters]. As PyTorch's Conv2d, Keras's Conv2D (but for the layout of weights).
/// </remarks>
/// <example><code>[Conv2D(64, 3, Padding = Padding.Same)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Conv2DAttribute : Convolution2DAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="filters">Channels of the output, at least 1.</param>
    /// <param name="kernel">Rows and columns of the kernel, at least 1.</param>
    public Conv2DAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>A convolution with a rectangular kernel.</summary>
    /// <param name="filters">Channels of the output, at least 1.</param>
    /// <param name="kernelHeight">Rows of the kernel, at least 1.</param>
    /// <param name="kernelWidth">Columns of the kernel, at least 1.</param>
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth)
        : base(kernelHeight, kernelWidth) =>
        Filters = filters;

    /// <summary>Channels of the output.</summary>
    public int Filters { get; }

    /// <summary>
    /// Groups that channels and filters fall into, in order; a filter sees the channels of its own group alone. Divides both. Default: 1.
    /// </summary>
    public int Groups { get; set; } = 1;
}
