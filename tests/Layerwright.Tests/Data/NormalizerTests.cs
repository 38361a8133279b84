using Layerwright.Runtime;

namespace Layerwright.Tests.Data;

public class NormalizerTests
{
    private static readonly Dictionary<string, Func<TrainingSet, Normalizer>> s_fits = new(StringComparer.Ordinal)
    {
        ["standardize"] = Normalizer.FitStandardize,
        ["per-channel"] = Normalizer.FitPerChannel,
        ["zero-center"] = Normalizer.FitZeroCenter,
        ["mean-image"] = Normalizer.FitMeanImage,
        ["pca"] = data => Normalizer.FitPca(data, components: 5),
        ["whiten"] = data => Normalizer.FitWhiten(data),
    };

    public static TheoryData<string> Kinds { get; } = [.. s_fits.Keys];

    private static TrainingSet Random(int rows, int length, Func<Random, int, float> draw, ImageShape? shape = null)
    {
        var random = new Random(11);
        float[] inputs = [.. Enumerable.Range(0, rows * length).Select(i => draw(random, i % length))];
        return Dataset.FromLabels(inputs, new int[rows], 2, shape).AsTrainingSet();
    }

    private static (double Mean, double Deviation) Statistics(IEnumerable<float> values)
    {
        decimal[] exact = [.. values.Select(value => (decimal)(double)value)];
        decimal mean = exact.Average();
        return ((double)mean, Math.Sqrt((double)exact.Average(value => (value - mean) * (value - mean))));
    }

    [Fact]
    public void Standardising_gives_each_feature_mean_0_and_deviation_1()
    {
        TrainingSet data = Random(500, 7, (random, feature) => (feature * 3) + ((feature + 1) * random.NextSingle()));

        Dataset normal = Normalizer.FitStandardize(data).Apply(data);

        for (int feature = 0; feature < 7; feature++)
        {
            var (mean, deviation) = Statistics(Column(normal, feature));
            Assert.Equal(0, mean, 5);
            Assert.Equal(1, deviation, 5);
        }
    }

    [Fact]
    public void Values_are_those_of_the_formula()
    {
        TrainingSet data = Random(64, 3, (random, feature) => 100 + (random.NextSingle() * (feature + 1)));
        Dataset normal = Normalizer.FitStandardize(data).Apply(data);
        for (int feature = 0; feature < 3; feature++)
        {
            var (mean, deviation) = Statistics(Column(data, feature));
            for (int row = 0; row < data.Count; row++)
            {
                Assert.Equal((data.Input(row)[feature] - mean) / deviation, normal.Input(row)[feature], 1e-4);
            }
        }
    }

    [Fact]
    public void Far_from_zero_the_deviation_keeps_its_digits()
    {
        // E[x²] − E[x]² in single precision would leave nothing of a variance of 1 at a mean of 10,000.
        TrainingSet data = Random(4000, 1, (random, _) => 10_000 + (float)Gaussian(random));
        var values = Values(Normalizer.FitStandardize(data));
        var (mean, deviation) = Statistics(Column(data, 0));

        Assert.Equal(mean, values["mean"][0], 1e-3);
        Assert.Equal(deviation, values["deviation"][0], 1e-6);
    }

    [Fact]
    public void Channels_share_their_statistics_over_pixels()
    {
        TrainingSet data = Random(40, 12, (random, i) => (i % 3 * 10) + random.NextSingle(), new ImageShape(2, 2, 3));

        Dataset normal = Normalizer.FitPerChannel(data).Apply(data);

        for (int channel = 0; channel < 3; channel++)
        {
            var (mean, deviation) = Statistics(Enumerable.Range(0, 4).SelectMany(pixel => Column(normal, (pixel * 3) + channel)));
            Assert.Equal(0, mean, 5);
            Assert.Equal(1, deviation, 5);
        }
    }

    [Fact]
    public void Channels_need_an_image_shape()
    {
        TrainingSet data = Random(4, 6, (random, _) => random.NextSingle());
        var exception = Assert.Throws<ArgumentException>(() => Normalizer.FitPerChannel(data));
        Assert.Contains("no image shape", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_feature_becomes_0_and_not_noise()
    {
        // The mean of many tenths is not exactly one tenth.
        TrainingSet data = Random(1001, 2, (random, feature) => feature == 0 ? 0.1f : random.NextSingle());
        Normalizer normalizer = Normalizer.FitStandardize(data);

        Assert.All(Column(normalizer.Apply(data), 0), value => Assert.Equal(0, value));
        float[] other = [5, 0.5f];
        normalizer.Apply(other);
        Assert.Equal(0, other[0]);
    }

    [Fact]
    public void Only_training_rows_decide()
    {
        Dataset all = Dataset.FromLabels(new float[] { 0, 2, 1000 }, new int[3], 2);
        Normalizer normalizer = Normalizer.FitStandardize(all.Subset([0, 1]).AsTrainingSet());

        Assert.Equal([-1f, 1f, 999f], Column(normalizer.Apply(all), 0));
    }

    [Fact]
    public void Applying_keeps_labels_targets_and_shape()
    {
        var shape = new ImageShape(1, 2, 1);
        Dataset labelled = Dataset.FromLabels(new float[] { 1, 2, 3, 4, 5, 6 }, new[] { 1, 0, 2 }, 3, shape).Subset([2, 0]);
        Dataset normal = Normalizer.FitPerChannel(labelled.AsTrainingSet()).Apply(labelled);
        Assert.Equal((2, 3, shape), (normal.Count, normal.Classes, normal.RowShape!.Value));
        Assert.Equal((2, 1), (normal.Label(0), normal.Label(1)));

        Dataset targets = Dataset.FromTargets(new float[] { 1, 2 }, new float[] { 5, 6, 7, 8 }, 2).Subset([1, 0]);
        normal = Normalizer.FitStandardize(targets.AsTrainingSet()).Apply(targets);
        Assert.Equal([7f, 8f], normal.Target(0).ToArray());
    }

    [Fact]
    public void Rows_of_another_length_are_refused()
    {
        Normalizer normalizer = Normalizer.FitStandardize(Random(4, 3, (random, _) => random.NextSingle()));
        Assert.Throws<ArgumentException>(() => normalizer.Apply(new float[4]));
        Assert.Throws<ArgumentException>(() => normalizer.Apply(DatasetTests.Labelled(4, 2)));
    }

    [Fact]
    public void A_row_that_is_not_finite_cannot_be_fitted()
    {
        TrainingSet data = Dataset.FromLabels(new[] { 1, 2, 3, float.NaN }, new int[2], 2).AsTrainingSet();
        var exception = Assert.Throws<ArgumentException>(() => Normalizer.FitStandardize(data));
        Assert.Contains("Feature 1 of row 1 is NaN", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Transforming_allocates_nothing_and_works_in_place_and_across(string kind)
    {
        TrainingSet data = Random(8, 50, (random, _) => random.NextSingle(), new ImageShape(5, 10, 1));
        IInputTransform transform = s_fits[kind](data);
        float[] source = [.. Enumerable.Range(0, 100).Select(i => i / 100f)], destination = new float[100];

        transform.Transform(source, destination);
        long before = GC.GetAllocatedBytesForCurrentThread();
        transform.Transform(source, source);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.Equal(destination, source);
        Assert.Equal(50, transform.Length);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_saved_normaliser_does_the_same_to_the_bit(string kind)
    {
        TrainingSet data = Random(30, 12, (random, i) => i + random.NextSingle(), new ImageShape(2, 2, 3));
        Normalizer first = s_fits[kind](data);

        Normalizer second = Normalizer.Create(first.Kind, first.Length, Values(first));

        float[] expected = data.Input(3).ToArray(), actual = data.Input(3).ToArray();
        first.Apply(expected);
        second.Apply(actual);
        Assert.Equal(expected, actual);
        Assert.Equal(first.Kind, second.Kind);
    }

    [Fact]
    public void Saved_values_that_make_no_sense_are_refused()
    {
        static void AssertRefused(string message, string kind, params (string Name, float[] Values)[] values)
        {
            var saved = values.ToDictionary(value => value.Name, value => value.Values);
            var exception = Assert.Throws<InvalidDataException>(() => Normalizer.Create(kind, 4, saved));
            Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        }

        AssertRefused("'whitened'", "whitened", ("mean", [0]));
        AssertRefused("lacks 'scale'", "whiten", ("mean", [0]));
        AssertRefused("'axes' has 3 values; expected 8", "pca", ("mean", new float[4]), ("axes", [1, 0, 0]), ("scale", [1, 1]));
        AssertRefused("'scale' has 5 values; expected 1 to 4", "pca", ("mean", new float[4]), ("axes", new float[20]), ("scale", new float[5]));
        AssertRefused("'mean' has 3 values; expected 4", "zero-center", ("mean", [0, 0, 0]));
        AssertRefused("lacks 'deviation'", "per-channel", ("mean", [0]));
        AssertRefused("has 3 values", "per-channel", ("mean", [0, 0, 0]), ("deviation", [1, 1, 1]));
        AssertRefused("has 2 values", "standardize", ("mean", [0, 0]), ("deviation", [1, 1]));
        AssertRefused("1 means but 2 deviations", "per-channel", ("mean", [0]), ("deviation", [1, 1]));
        AssertRefused("negative", "per-channel", ("mean", [0]), ("deviation", [-1]));
        AssertRefused("not finite", "per-channel", ("mean", [float.NaN]), ("deviation", [1]));
    }

    private static float[] Column(Dataset data, int feature) =>
        [.. Enumerable.Range(0, data.Count).Select(row => data.Input(row)[feature])];

    private static Dictionary<string, float[]> Values(Normalizer normalizer) =>
        normalizer.Values.ToDictionary(value => value.Key, value => value.Value.ToArray());

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
