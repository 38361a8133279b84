namespace Layerwright;

/// <summary>What every convolution over images takes.</summary>
public abstract class Convolution2DAttribute : WeightLayerAttribute
{
    // What is written for an axis counts, in whatever order it is written.
    private int? _strideHeight, _strideWidth, _padHeight, _padWidth;

    private protected Convolution2DAttribute(int kernelHeight, int kernelWidth)
    {
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Rows of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>Pixels from one place of the kernel to the next along both axes, at least 1. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Pixels from one place to the next below it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideHeight
    {
        get => _strideHeight ?? Stride;
        set => _strideHeight = value;
    }

    /// <summary>Pixels from one place to the next beside it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideWidth
    {
        get => _strideWidth ?? Stride;
        set => _strideWidth = value;
    }

    /// <summary>Pixels of zeros around the image by rule. Default: <see cref="Padding.Valid"/>, none.</summary>
    public Padding Padding { get; set; }

    /// <summary>Pixels of zeros on each of the four sides, instead of <see cref="Padding"/>. Default: 0.</summary>
    public int Pad { get; set; }

    /// <summary>Pixels of zeros above and below, instead of <see cref="Padding"/>. Default: <see cref="Pad"/>.</summary>
    public int PadHeight
    {
        get => _padHeight ?? Pad;
        set => _padHeight = value;
    }

    /// <summary>Pixels of zeros left and right, instead of <see cref="Padding"/>. Default: <see cref="Pad"/>.</summary>
    public int PadWidth
    {
        get => _padWidth ?? Pad;
        set => _padWidth = value;
    }

    /// <summary>Pixels from one tap of the kernel to the next along both axes, at least 1. Default: 1.</summary>
    public int Dilation { get; set; } = 1;
}
