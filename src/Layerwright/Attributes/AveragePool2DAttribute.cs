namespace Layerwright;

/// <summary>The mean of each window of an image, channel by channel.</summary>
/// <remarks>
/// Input [height, width, channels], output [⌊(height + 2·pad − window) / stride⌋ + 1, likewise the width, channels]: what no whole
/// window fits on at the end is left out. No state. As PyTorch's AvgPool2d.
/// </remarks>
/// <example><code>[AveragePool2D(3, Stride = 2, Pad = 1, CountPadding = false)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AveragePool2DAttribute : Pooling2DAttribute
{
    /// <summary>Over square windows.</summary>
    /// <param name="window">Height and width of the window, at least 1.</param>
    public AveragePool2DAttribute(int window)
        : base(window, window)
    {
    }

    /// <summary>Over rectangles.</summary>
    /// <param name="windowHeight">Rows of pixels in a window, at least 1.</param>
    /// <param name="windowWidth">Pixels of its rows, at least 1.</param>
    public AveragePool2DAttribute(int windowHeight, int windowWidth)
        : base(windowHeight, windowWidth)
    {
    }

    /// <summary>Padding counts as zeros in the mean; false: the mean is over the window's pixels in the image. Default: true.</summary>
    public bool CountPadding { get; set; } = true;
}
