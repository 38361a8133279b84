namespace Layerwright;

/// <summary>
/// Moves each image by whole pixels along both axes, every distance equally likely: what is padding by as much and cutting at a random place
/// elsewhere (He et al. 2015, on CIFAR-10: 4 pixels).
/// </summary>
/// <param name="Pixels">The greatest distance, at least 0 and less than the image is high or wide.</param>
/// <exception cref="ArgumentOutOfRangeException">The distance is negative.</exception>
public sealed record Shift(int Pixels) : ImageAugmentation
{
    /// <summary>The greatest distance in pixels, up, down, left and right.</summary>
    public int Pixels { get; init => field = CheckedPixels(value); } = CheckedPixels(Pixels);

    /// <summary>What comes in from outside, as the images have it before they are normalised. Default: 0, black.</summary>
    public float Fill { get; init; }

    /// <inheritdoc/>
    protected override void Check(ImageShape shape, string argument)
    {
        if (Pixels >= Math.Min(shape.Height, shape.Width))
        {
            throw new ArgumentException($"A shift of up to {Pixels} pixels can move images of {shape} out of sight.", argument);
        }
    }

    /// <inheritdoc/>
    protected override void Apply(Span<float> image, ImageShape shape, Span<float> scratch, ref AugmentationRandom random)
    {
        int down = random.NextInteger(-Pixels, Pixels), right = random.NextInteger(-Pixels, Pixels);
        var planes = new ImagePlanes(shape);
        for (int i = 0; i < planes.Count; i++)
        {
            Move(planes.Plane(image, i), planes, shape.Height, down, right * planes.PointLength);
        }
    }

    private static int CheckedPixels(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Pixels));
        return value;
    }

    /// <summary>In place: lines are taken in the order in which none is written before it is read.</summary>
    private void Move(Span<float> plane, ImagePlanes planes, int height, int down, int right)
    {
        for (int i = 0; i < height; i++)
        {
            int line = down > 0 ? height - 1 - i : i, from = line - down;
            Span<float> target = planes.Line(plane, line);
            if (from < 0 || from >= height)
            {
                target.Fill(Fill);
                continue;
            }

            Span<float> source = planes.Line(plane, from);
            if (right >= 0)
            {
                source[..^right].CopyTo(target[right..]);
                target[..right].Fill(Fill);
            }
            else
            {
                source[-right..].CopyTo(target);
                target[^-right..].Fill(Fill);
            }
        }
    }
}
