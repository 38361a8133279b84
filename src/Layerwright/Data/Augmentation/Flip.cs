namespace Layerwright;

/// <summary>
/// Mirrors some of the images. Not for what a mirror turns into something else: digits, letters, roads with their traffic.
/// </summary>
public sealed record Flip : ImageAugmentation
{
    /// <summary>The share of images that are mirrored, 0 to 1. Default: 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to 1.</exception>
    public double Probability
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Probability), value, "It must be from 0 to 1.");
    } = 0.5;

    /// <summary>Upside down instead of left and right: for images that have no up, such as those from above. Default: false.</summary>
    public bool Vertical { get; init; }

    /// <inheritdoc/>
    protected override void Apply(Span<float> image, ImageShape shape, Span<float> scratch, ref AugmentationRandom random)
    {
        if (!random.NextChance(Probability))
        {
            return;
        }

        var planes = new ImagePlanes(shape);
        for (int i = 0; i < planes.Count; i++)
        {
            Span<float> plane = planes.Plane(image, i);
            if (Vertical)
            {
                Reverse(plane, planes.LineLength);
                continue;
            }

            for (int line = 0; line < shape.Height; line++)
            {
                Reverse(planes.Line(plane, line), planes.PointLength);
            }
        }
    }

    /// <summary>Reverses the order of parts, not what is in them.</summary>
    private static void Reverse(Span<float> values, int partLength)
    {
        if (partLength == 1)
        {
            values.Reverse();
            return;
        }

        // All numbers in reverse, then those of each part again.
        values.Reverse();
        for (int offset = 0; offset < values.Length; offset += partLength)
        {
            values.Slice(offset, partLength).Reverse();
        }
    }
}
