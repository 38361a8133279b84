namespace Layerwright;

/// <summary>
/// Shows a random part of each image, of the image's proportions, stretched to its size by bilinear interpolation: things come nearer and move
/// (scale augmentation as in Szegedy et al. 2015, without its change of proportions).
/// </summary>
/// <param name="LeastShare">The least share of an image's area that a part has, above 0 and at most 1; every share from it to 1 is equally likely.</param>
/// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
public sealed record Crop(double LeastShare) : ImageAugmentation
{
    /// <summary>The least share of an image's area that is shown.</summary>
    public double LeastShare { get; init => field = CheckedShare(value, nameof(LeastShare)); } = CheckedShare(LeastShare, nameof(LeastShare));

    /// <inheritdoc/>
    protected override void Apply(Span<float> image, ImageShape shape, Span<float> scratch, ref AugmentationRandom random)
    {
        double side = Math.Sqrt(random.NextUniform(LeastShare, 1));

        // Places are those of pixels' centres: the whole image has 0 to size − 1.
        double height = side * (shape.Height - 1), width = side * (shape.Width - 1);
        double top = random.NextUniform(0, shape.Height - 1 - height), left = random.NextUniform(0, shape.Width - 1 - width);
        double down = shape.Height > 1 ? height / (shape.Height - 1) : 0, right = shape.Width > 1 ? width / (shape.Width - 1) : 0;
        image.CopyTo(scratch);
        var planes = new ImagePlanes(shape);
        for (int i = 0; i < planes.Count; i++)
        {
            Span<float> source = planes.Plane(scratch, i), target = planes.Plane(image, i);
            for (int line = 0; line < shape.Height; line++)
            {
                double place = top + (line * down);
                int above = (int)place, below = Math.Min(above + 1, shape.Height - 1);
                Resample(
                    planes.Line(source, above), planes.Line(source, below), (float)(place - above), planes.Line(target, line), planes.PointLength, left, right);
            }
        }
    }

    private static double CheckedShare(double value, string name) => value is > 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "It must be above 0 and at most 1.");

    /// <summary>One line between two others, from a place on in steps.</summary>
    private static void Resample(
        ReadOnlySpan<float> above, ReadOnlySpan<float> below, float weight, Span<float> target, int pointLength, double left, double step)
    {
        int points = target.Length / pointLength;
        for (int point = 0; point < points; point++)
        {
            double place = left + (point * step);
            int first = (int)place, second = Math.Min(first + 1, points - 1);
            var share = (float)(place - first);
            for (int i = 0; i < pointLength; i++)
            {
                int a = (first * pointLength) + i, b = (second * pointLength) + i;
                float upper = above[a] + (share * (above[b] - above[a])), lower = below[a] + (share * (below[b] - below[a]));
                target[(point * pointLength) + i] = upper + (weight * (lower - upper));
            }
        }
    }
}
