namespace Layerwright;

/// <summary>What every convolution over images takes: its kernel, and how the kernel slides.</summary>
public abstract class Convolution2DAttribute : WeightLayerAttribute
{
    private protected Convolution2DAttribute(int kernelHeight, int kernelWidth)
    {
        KernelHeight = kernelHeight;
        KernelWidth = kernelWidth;
    }

    /// <summary>Rows of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>Columns of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>Pixels from one place to the next along both axes, at least 1. Default: 1.</summary>
    public int Stride
    {
        get => StrideHeight;
        set => StrideHeight = StrideWidth = value;
    }

    /// <summary>Pixels from one place to the next below it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; } = 1;

    /// <summary>Pixels from one place to the next beside it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; } = 1;

    /// <summary>How the input is padded with zeros. Default: <see cref="Padding.Valid"/>.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>Pixels of zeros on each of the four sides, instead of <see cref="Padding"/>. Default: 0.</summary>
    public int Pad
    {
        get => PadHeight;
        set => PadHeight = PadWidth = value;
    }

    /// <summary>Pixels of zeros above and below. Default: <see cref="Pad"/>.</summary>
    public int PadHeight { get; set; }

    /// <summary>Pixels of zeros left and right. Default: <see cref="Pad"/>.</summary>
    public int PadWidth { get; set; }

    /// <summary>Pixels from one tap of the kernel to the next along both axes, at least 1. Default: 1.</summary>
    public int Dilation
    {
        get => DilationHeight;
        set => DilationHeight = DilationWidth = value;
    }

    /// <summary>Pixels from one tap of the kernel to the next below it, at least 1. Default: <see cref="Dilation"/>.</summary>
    public int DilationHeight { get; set; } = 1;

    /// <summary>Pixels from one tap of the kernel to the next beside it, at least 1. Default: <see cref="Dilation"/>.</summary>
    public int DilationWidth { get; set; } = 1;
}
