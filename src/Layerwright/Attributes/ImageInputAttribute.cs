namespace Layerwright;

/// <summary>The input of a network whose rows are images; the first layer.</summary>
/// <remarks>
/// Output shape: [<see cref="Height"/>, <see cref="Width"/>, <see cref="Channels"/>], whatever the <see cref="Layout"/> of the rows
/// given; the gradient of the inputs has the rows' layout again.
/// </remarks>
/// <example><code>[ImageInput(32, 32, 3, Layout = ImageLayout.ChannelsFirst)]</code></example>
/// <param name="height">Rows of pixels, at least 1.</param>
/// <param name="width">Pixels of a row, at least 1.</param>
/// <param name="channels">Numbers of a pixel, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ImageInputAttribute(int height, int width, int channels) : LayerAttribute
{
    /// <summary>Rows of pixels.</summary>
    public int Height { get; } = height;

    /// <summary>Pixels of a row.</summary>
    public int Width { get; } = width;

    /// <summary>Numbers of a pixel.</summary>
    public int Channels { get; } = channels;

    /// <summary>The order of the numbers in the rows given. Default: <see cref="ImageLayout.ChannelsLast"/>.</summary>
    public ImageLayout Layout { get; set; }
}
