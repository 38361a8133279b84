namespace Layerwright;

/// <summary>
/// The shape of an image row: channels change fastest, then columns, then rows; or with another <see cref="Layout"/> columns, then
/// rows, then channels.
/// </summary>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Columns of pixels.</param>
/// <param name="Channels">Numbers for each pixel: 1 for grey, 3 for colour.</param>
public readonly record struct ImageShape(int Height, int Width, int Channels)
{
    /// <summary>The order of the numbers. Default: <see cref="ImageLayout.ChannelsLast"/>.</summary>
    public ImageLayout Layout { get; init; }

    /// <summary>Numbers in one image.</summary>
    public int Length => Height * Width * Channels;

    /// <summary>Whether an image of this shape is laid out as one of the other: with one channel, or one pixel, either layout is.</summary>
    internal bool IsLaidOutAs(ImageShape other) =>
        (Height, Width, Channels) == (other.Height, other.Width, other.Channels)
        && (Layout == other.Layout || Channels == 1 || Height * Width == 1);

    /// <summary>For example <c>28×28×1</c>, or <c>32×32×3 (channels first)</c>.</summary>
    public override string ToString() => $"{Height}×{Width}×{Channels}{(Layout == ImageLayout.ChannelsFirst ? " (channels first)" : "")}";
}
