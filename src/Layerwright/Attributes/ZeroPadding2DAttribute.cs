namespace Layerwright;

/// <summary>An image with zeros around it.</summary>
/// <remarks>
/// Input [height, width, channels], output [height + top + bottom, width + left + right, channels]. No state. As PyTorch's ZeroPad2d,
/// which takes left, right, top, bottom.
/// </remarks>
/// <param name="top">Rows of zeros above, at least 0.</param>
/// <param name="bottom">Rows of zeros below, at least 0.</param>
/// <param name="left">Columns of zeros to the left, at least 0.</param>
/// <param name="right">Columns of zeros to the right, at least 0.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPadding2DAttribute(int top, int bottom, int left, int right) : LayerAttribute
{
    /// <summary>Rows of zeros above.</summary>
    public int Top { get; } = top;

    /// <summary>Rows of zeros below.</summary>
    public int Bottom { get; } = bottom;

    /// <summary>Columns of zeros to the left.</summary>
    public int Left { get; } = left;

    /// <summary>Columns of zeros to the right.</summary>
    public int Right { get; } = right;
}
