namespace Layerwright;

/// <summary>What pooling over windows of an image takes.</summary>
public abstract class Pooling2DAttribute : LayerAttribute
{
    private protected Pooling2DAttribute(int windowHeight, int windowWidth)
    {
        StrideHeight = WindowHeight = windowHeight;
        StrideWidth = WindowWidth = windowWidth;
    }

    /// <summary>Rows of pixels in a window.</summary>
    public int WindowHeight { get; }

    /// <summary>Pixels of its rows.</summary>
    public int WindowWidth { get; }

    /// <summary>Pixels from one window to the next along both axes, at least 1. Default: the window's size.</summary>
    public int Stride
    {
        get => StrideHeight;
        set => StrideHeight = StrideWidth = value;
    }

    /// <summary>Pixels from one window to the next below it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>Pixels from one window to the next beside it, at least 1. Default: <see cref="Stride"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>Pixels of padding on each of the four sides, at most half of the window. Default: 0.</summary>
    public int Pad
    {
        get => PadHeight;
        set => PadHeight = PadWidth = value;
    }

    /// <summary>Pixels of padding above and below, at most half of the window's height. Default: <see cref="Pad"/>.</summary>
    public int PadHeight { get; set; }

    /// <summary>Pixels of padding left and right, at most half of the window's width. Default: <see cref="Pad"/>.</summary>
    public int PadWidth { get; set; }
}
