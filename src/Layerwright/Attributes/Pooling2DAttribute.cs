namespace Layerwright;

/// <summary>What pooling over windows of an image takes.</summary>
public abstract class Pooling2DAttribute : LayerAttribute
{
    // What is written for an axis counts, in whatever order it is written.
    private int? _stride, _strideHeight, _strideWidth, _padHeight, _padWidth;

    private protected Pooling2DAttribute(int windowHeight, int windowWidth)
    {
        WindowHeight = windowHeight;
        WindowWidth = windowWidth;
    }

    /// <summary>Rows of pixels in a window.</summary>
    public int WindowHeight { get; }

    /// <summary>Pixels of its rows.</summary>
    public int WindowWidth { get; }

    /// <summary>Pixels from one window to the next along both axes, at least 1. Default: the window's size.</summary>
    public int Stride
    {
        get => _stride ?? StrideHeight;
        set => _stride = value;
    }

    /// <summary>Pixels from one window to the next below it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideHeight
    {
        get => _strideHeight ?? _stride ?? WindowHeight;
        set => _strideHeight = value;
    }

    /// <summary>Pixels from one window to the next beside it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideWidth
    {
        get => _strideWidth ?? _stride ?? WindowWidth;
        set => _strideWidth = value;
    }

    /// <summary>Pixels of padding on each of the four sides, at most half of the window. Default: 0.</summary>
    public int Pad { get; set; }

    /// <summary>Pixels of padding above and below, at most half of the window's height. Default: <see cref="Pad"/>.</summary>
    public int PadHeight
    {
        get => _padHeight ?? Pad;
        set => _padHeight = value;
    }

    /// <summary>Pixels of padding left and right, at most half of the window's width. Default: <see cref="Pad"/>.</summary>
    public int PadWidth
    {
        get => _padWidth ?? Pad;
        set => _padWidth = value;
    }
}
