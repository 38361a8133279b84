namespace Layerwright;

/// <summary>
/// The numbers of a row in another shape. Behind other layers they are read, and for an image written, in PyTorch's order
/// (channels, height, width), as <c>torch.reshape</c> does; right behind the input they stay as the user gave them
/// (height, width, channels).
/// </summary>
/// <remarks>
/// Input and output have as many numbers. Where a Dense layer stands before a Reshape to an image, its outputs' state has PyTorch's
/// order (channels, height, width), so that weights can be exchanged.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReshapeAttribute : LayerAttribute
{
    /// <summary>To a vector.</summary>
    /// <param name="length">Numbers of a row.</param>
    public ReshapeAttribute(int length) => Length = length;

    /// <summary>To an image.</summary>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="channels">Numbers of a pixel.</param>
    public ReshapeAttribute(int height, int width, int channels)
    {
        Height = height;
        Width = width;
        Channels = channels;
        Length = height * width * channels;
    }

    /// <summary>Numbers of a row.</summary>
    public int Length { get; }

    /// <summary>Rows of pixels; 0 for a vector.</summary>
    public int Height { get; }

    /// <summary>Pixels of a row; 0 for a vector.</summary>
    public int Width { get; }

    /// <summary>Numbers of a pixel; 0 for a vector.</summary>
    public int Channels { get; }
}
