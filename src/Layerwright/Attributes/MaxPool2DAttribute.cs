namespace Layerwright;

/// <summary>The largest of each window of an image, channel by channel.</summary>
/// <remarks>
/// Input [height, width, channels], output [⌊(height + 2·pad − window) / stride⌋ + 1, likewise the width, channels]: what no whole
/// window fits on at the end is left out. No state. As PyTorch's MaxPool2d: padding never wins, and of equal ones the first, row by
/// row, gets the gradient.
/// </remarks>
/// <example><code>[MaxPool2D(2)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MaxPool2DAttribute : Pooling2DAttribute
{
    /// <summary>Over square windows.</summary>
    /// <param name="window">Height and width of the window, at least 1.</param>
    public MaxPool2DAttribute(int window)
        : base(window, window)
    {
    }

    /// <summary>Over rectangles.</summary>
    /// <param name="windowHeight">Rows of pixels in a window, at least 1.</param>
    /// <param name="windowWidth">Pixels of its rows, at least 1.</param>
    public MaxPool2DAttribute(int windowHeight, int windowWidth)
        : base(windowHeight, windowWidth)
    {
    }
}
