namespace Layerwright;

/// <summary>
/// A transposed convolution over images: each pixel adds its kernel's worth to the output, <see cref="Stride"/> pixels apart, so that
/// images grow. It is the adjoint of the convolution with the same arguments.
/// </summary>
/// <remarks>
/// Input [height, width, n], output [(height − 1) · stride − 2 · pad + kernel + output padding, likewise, <see cref="Filters"/>].
/// State: <c>weight</c> [n, filters, kernel height, kernel width] and, unless there is no bias, <c>bias</c> [filters]. As PyTorch's
/// ConvTranspose2d, without groups and dilation.
/// </remarks>
/// <example><code>[ConvTranspose2D(16, 4, Stride = 2, Pad = 1)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose2DAttribute : WeightLayerAttribute
{
    // What is written for an axis counts, in whatever order it is written.
    private int? _strideHeight, _strideWidth, _padHeight, _padWidth, _outputPaddingHeight, _outputPaddingWidth;

    /// <summary>A transposed convolution with a square kernel.</summary>
    /// <param name="filters">Channels of the output, at least 1.</param>
    /// <param name="kernel">Rows and columns of the kernel, at least 1.</param>
    public ConvTranspose2DAttribute(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <summary>A transposed convolution with a rectangular kernel.</summary>
    /// <param name="filters">Channels of the output, at least 1.</param>
    /// <param name="kernelHeight">Rows of the kernel, at least 1.</param>
    /// <param name="kernelWidth">Columns of the kernel, at least 1.</param>
    public ConvTranspose2DAttribute(int filters, int kernelHeight, int kernelWidth)
    {
        Filters = filters;
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Channels of the output.</summary>
    public int Filters { get; }

    /// <summary>Rows of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>Output pixels from the kernel of one input pixel to the next one's along both axes, at least 1. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Output pixels from kernel to kernel downwards, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideHeight
    {
        get => _strideHeight ?? Stride;
        set => _strideHeight = value;
    }

    /// <summary>Output pixels from kernel to kernel sidewards, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideWidth
    {
        get => _strideWidth ?? Stride;
        set => _strideWidth = value;
    }

    /// <summary>Pixels left out of the output on each of the four sides: the adjoint's padding. Default: 0.</summary>
    public int Pad { get; set; }

    /// <summary>Pixels left out above and below. Default: <see cref="Pad"/>.</summary>
    public int PadHeight
    {
        get => _padHeight ?? Pad;
        set => _padHeight = value;
    }

    /// <summary>Pixels left out left and right. Default: <see cref="Pad"/>.</summary>
    public int PadWidth
    {
        get => _padWidth ?? Pad;
        set => _padWidth = value;
    }

    /// <summary>Pixels more at the bottom and at the right, below the stride: which size a strided convolution came from. Default: 0.</summary>
    public int OutputPadding { get; set; }

    /// <summary>Pixels more at the bottom. Default: <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight
    {
        get => _outputPaddingHeight ?? OutputPadding;
        set => _outputPaddingHeight = value;
    }

    /// <summary>Pixels more at the right. Default: <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth
    {
        get => _outputPaddingWidth ?? OutputPadding;
        set => _outputPaddingWidth = value;
    }
}
