namespace Layerwright;

/// <summary>
/// An image as planes of lines of points, whichever its layout: channels last one plane of points of several numbers, channels first a plane
/// for each channel.
/// </summary>
/// <param name="shape">The image's shape.</param>
internal readonly struct ImagePlanes(ImageShape shape)
{
    private readonly bool _isFirst = shape.Layout == ImageLayout.ChannelsFirst;

    /// <summary>Planes.</summary>
    public int Count => _isFirst ? shape.Channels : 1;

    /// <summary>Numbers of a point.</summary>
    public int PointLength => _isFirst ? 1 : shape.Channels;

    /// <summary>Numbers of a line.</summary>
    public int LineLength => shape.Width * PointLength;

    /// <summary>Numbers of a plane.</summary>
    public int PlaneLength => shape.Height * LineLength;

    /// <summary>The numbers of a plane.</summary>
    public Span<float> Plane(Span<float> image, int plane) => image.Slice(plane * PlaneLength, PlaneLength);

    /// <summary>The numbers of a line of a plane.</summary>
    public Span<float> Line(Span<float> plane, int line) => plane.Slice(line * LineLength, LineLength);
}
