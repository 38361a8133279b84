namespace Layerwright;

/// <summary>What pooling over windows of a sequence takes.</summary>
public abstract class Pooling1DAttribute : LayerAttribute
{
    private protected Pooling1DAttribute(int window)
    {
        Stride = Window = window;
    }

    /// <summary>Steps of a window.</summary>
    public int Window { get; }

    /// <summary>Steps from one window to the next, at least 1. Default: the window's size.</summary>
    public int Stride { get; set; }

    /// <summary>Steps of padding at both ends, at most half of the window. Default: 0.</summary>
    public int Pad { get; set; }
}
