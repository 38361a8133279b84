namespace Layerwright.Tests.Data.Augmentation;

public class ImageAugmentationTests
{
    /// <summary>Both layouts, several channels, odd and even sizes.</summary>
    public static TheoryData<int, int, int, ImageLayout> Shapes => new()
    {
        { 5, 4, 1, ImageLayout.ChannelsLast },
        { 4, 5, 3, ImageLayout.ChannelsLast },
        { 6, 5, 3, ImageLayout.ChannelsFirst },
        { 7, 1, 2, ImageLayout.ChannelsFirst },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shifted_image_is_the_image_somewhere_else_with_the_fill_around_it(int height, int width, int channels, ImageLayout layout)
    {
        var shape = new ImageShape(height, width, channels) { Layout = layout };
        int most = Math.Min(2, Math.Min(height, width) - 1);
        var seen = new HashSet<(int, int)>();
        Dataset images = Images(shape, 300);
        float[] moved = Apply(new Shift(most) { Fill = -1 }, images);

        for (int row = 0; row < images.Count; row++)
        {
            float[] before = images.Input(row).ToArray(), after = moved[(row * shape.Length)..((row + 1) * shape.Length)];
            var places = (from down in Enumerable.Range(-most, (2 * most) + 1)
                          from right in Enumerable.Range(-most, (2 * most) + 1)
                          where after.SequenceEqual(Moved(before, shape, down, right))
                          select (down, right)).ToList();
            seen.Add(Assert.Single(places));
        }

        Assert.Equal(((2 * most) + 1) * ((2 * most) + 1), seen.Count);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_flip_mirrors_the_share_of_images_that_was_asked_for(int height, int width, int channels, ImageLayout layout)
    {
        var shape = new ImageShape(height, width, channels) { Layout = layout };
        Dataset images = Images(shape, 400);
        foreach (bool vertical in new[] { false, true })
        {
            float[] flipped = Apply(new Flip { Probability = 0.3, Vertical = vertical }, images), all = Apply(new Flip { Probability = 1, Vertical = vertical }, images);
            int changed = 0;
            for (int row = 0; row < images.Count; row++)
            {
                float[] before = images.Input(row).ToArray(), after = flipped[(row * shape.Length)..((row + 1) * shape.Length)];
                float[] mirrored = Read(shape, (y, x, c) => before[Index(shape, vertical ? height - 1 - y : y, vertical ? x : width - 1 - x, c)]);
                Assert.Equal(mirrored, all[(row * shape.Length)..((row + 1) * shape.Length)]);
                Assert.True(after.SequenceEqual(before) || after.SequenceEqual(mirrored));
                changed += after.SequenceEqual(mirrored) ? 1 : 0;
            }

            // Images one point wide are their own mirror images.
            Assert.True((width == 1 && !vertical) || changed is > 85 and < 155, $"{changed} of 400 were mirrored");
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_crop_shows_a_part_of_a_slope_at_its_own_scale(int height, int width, int channels, ImageLayout layout)
    {
        // Between points of a plane a·y + b·x + c bilinear interpolation is exact: the crop's slopes tell its scale, and its corner its place.
        var shape = new ImageShape(height, width, channels) { Layout = layout };
        float[] slopes = Read(shape, (y, x, c) => (100 * c) + (3 * y) + (5 * x));
        var inputs = new float[200 * shape.Length];
        for (int row = 0; row < 200; row++)
        {
            slopes.CopyTo(inputs, row * shape.Length);
        }

        float[] crops = Apply(new Crop(0.25), Dataset.FromLabels(inputs, new int[200], 2, shape));
        var shares = new List<double>();
        for (int row = 0; row < 200; row++)
        {
            float[] crop = crops[(row * shape.Length)..((row + 1) * shape.Length)];
            float At(int y, int x, int c) => crop[Index(shape, y, x, c)];
            float down = (At(height - 1, 0, 0) - At(0, 0, 0)) / (height - 1) / 3;
            shares.Add(down * down);
            Assert.InRange(At(0, 0, 0), 0, 8f * Math.Max(height, width));
            Assert.InRange(At(height - 1, width - 1, 0), 0, (3 * (height - 1)) + (5 * (width - 1)) + 1e-3f);
            Assert.All(
                from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) from c in Enumerable.Range(0, channels) select (y, x, c),
                at => Assert.Equal(At(0, 0, 0) + (100 * at.c) + (down * ((3 * at.y) + (5 * at.x))), At(at.y, at.x, at.c), 1e-3f));
        }

        Assert.InRange(shares.Min(), 0.249, 0.30);
        Assert.InRange(shares.Max(), 0.95, 1.001);
        Assert.InRange(shares.Average(), 0.58, 0.67);
    }

    [Fact]
    public void Nothing_is_changed_where_nothing_may_change()
    {
        Dataset images = Images(new ImageShape(5, 4, 2), 20);
        float[] before = [.. Enumerable.Range(0, 20).SelectMany(row => images.Input(row).ToArray())];

        Assert.All(new IAugmentation[] { new Shift(0), new Flip { Probability = 0 }, new Crop(1) }, augmentation => Assert.Equal(before, Apply(augmentation, images)));
    }

    [Fact]
    public void What_cannot_be_changed_is_refused()
    {
        var shape = new ImageShape(4, 6, 1);
        Assert.Throws<ArgumentOutOfRangeException>("Pixels", () => new Shift(-1));
        Assert.Throws<ArgumentOutOfRangeException>("LeastShare", () => new Crop(0));
        Assert.Throws<ArgumentOutOfRangeException>("LeastShare", () => new Crop(0.5) with { LeastShare = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>("Probability", () => new Flip { Probability = double.NaN });
        Assert.Contains("out of sight", Refusal(new Shift(4), Images(shape, 3)), StringComparison.Ordinal);
        Assert.Contains("no image shape", Refusal(new Flip(), Dataset.FromLabels(new float[12], new int[3], 2)), StringComparison.Ordinal);
        Assert.Contains("away from their 24 labels", Refusal(new Flip(), Dataset.FromLabels(new float[24], new int[24], 2, shape, labelsPerRow: 24)), StringComparison.Ordinal);
        Assert.Contains("away from their 24 targets", Refusal(new Crop(0.5), Dataset.FromTargets(new float[24], new float[24], 24, shape)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_row_draws_by_its_number_and_each_augmentation_by_its_place()
    {
        float[] inputs = new float[40], scratch = new float[10];
        AugmentedBatch Batch(int[] rows, ulong seed = 1, ulong epoch = 2, int stream = 0) => new(inputs.AsSpan(0, rows.Length * 10), rows, null, scratch, seed, epoch, stream);
        static double First(AugmentedBatch batch, int index)
        {
            AugmentationRandom random = batch.Random(index);
            return random.NextUniform();
        }

        Assert.Equal(First(Batch([7, 8, 9]), 2), First(Batch([9]), 0));
        double[] others = [First(Batch([9]), 0), First(Batch([8]), 0), First(Batch([9], seed: 2), 0), First(Batch([9], epoch: 3), 0), First(Batch([9], stream: 1), 0)];
        Assert.Equal(5, others.Distinct().Count());
        Assert.Throws<ArgumentException>("inputs", () => Batch([]).Count);
        Assert.Throws<ArgumentException>("shape", () => new AugmentedBatch(inputs, [1, 2], new ImageShape(3, 3, 1), new float[20], 1, 1).Count);
        Assert.Throws<ArgumentException>("scratch", () => new AugmentedBatch(inputs, [1, 2], null, scratch, 1, 1).Count);
    }

    private static string Refusal(IAugmentation augmentation, Dataset data) => Assert.Throws<ArgumentException>("training", () => augmentation.Check(data)).Message;

    private static float[] Apply(IAugmentation augmentation, Dataset data)
    {
        int[] rows = [.. Enumerable.Range(0, data.Count)];
        var inputs = new float[data.Count * data.InputLength];
        data.CopyInputs(rows, inputs);
        augmentation.Check(data);
        augmentation.Apply(new AugmentedBatch(inputs, rows, data.RowShape, new float[data.InputLength], seed: 3, epoch: 0));
        return inputs;
    }

    /// <summary>Images whose numbers are all different.</summary>
    private static Dataset Images(ImageShape shape, int rows) =>
        Dataset.FromLabels(Enumerable.Range(0, rows * shape.Length).Select(i => (float)i).ToArray(), new int[rows], 2, shape);

    private static float[] Moved(float[] image, ImageShape shape, int down, int right) => Read(
        shape,
        (y, x, c) => y - down >= 0 && y - down < shape.Height && x - right >= 0 && x - right < shape.Width ? image[Index(shape, y - down, x - right, c)] : -1);

    private static float[] Read(ImageShape shape, Func<int, int, int, float> value)
    {
        var image = new float[shape.Length];
        for (int y = 0; y < shape.Height; y++)
        {
            for (int x = 0; x < shape.Width; x++)
            {
                for (int c = 0; c < shape.Channels; c++)
                {
                    image[Index(shape, y, x, c)] = value(y, x, c);
                }
            }
        }

        return image;
    }

    private static int Index(ImageShape shape, int y, int x, int c) => shape.Layout == ImageLayout.ChannelsFirst
        ? (((c * shape.Height) + y) * shape.Width) + x
        : (((y * shape.Width) + x) * shape.Channels) + c;
}
