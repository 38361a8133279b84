namespace Layerwright.Tests.Data;

public class PrincipalAxesTests
{
    private const int Rows = 400, Features = 5;

    /// <summary>Five features made of three independent ones with deviations 10, 2 and 0.5, far from 0; the last one is constant.</summary>
    private static TrainingSet Data { get; } = Make();

    [Fact]
    public void Coordinates_are_uncorrelated_with_falling_variances()
    {
        double[] covariance = Covariance(Normalizer.FitPca(Data).Apply(Data));
        for (int i = 0; i < Features; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.Equal(0, covariance[i * Features + j], 1e-3);
            }
        }

        double[] variances = [.. Enumerable.Range(0, Features).Select(i => covariance[i * Features + i])];
        Assert.Equal(variances.OrderDescending(), variances);
        Assert.Equal(Enumerable.Range(0, Features).Sum(i => Covariance(Data)[i * Features + i]), variances.Sum(), 0.05);
    }

    [Fact]
    public void Distances_are_kept_by_turning()
    {
        Dataset turned = Normalizer.FitPca(Data).Apply(Data);
        for (int row = 1; row < 20; row++)
        {
            Assert.Equal(Distance(Data, 0, row), Distance(turned, 0, row), 1e-3);
        }
    }

    [Fact]
    public void Whitened_coordinates_vary_alike_and_a_direction_without_variance_is_0()
    {
        Dataset white = Normalizer.FitWhiten(Data, epsilon: 0).Apply(Data);
        double[] covariance = Covariance(white);
        for (int i = 0; i < Features; i++)
        {
            for (int j = 0; j < Features; j++)
            {
                Assert.Equal(i == j && i < 3 ? 1 : 0, covariance[i * Features + j], 1e-3);
            }
        }

        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal([0f, 0f], white.Input(row)[3..].ToArray()));
    }

    [Fact]
    public void Epsilon_holds_small_variances_down()
    {
        double[] covariance = Covariance(Normalizer.FitWhiten(Data, epsilon: 0.25f).Apply(Data));
        double[] variances = [.. Enumerable.Range(0, 3).Select(i => covariance[i * Features + i])];
        double[] unscaled = Covariance(Normalizer.FitPca(Data).Apply(Data));
        for (int i = 0; i < 3; i++)
        {
            double variance = unscaled[i * Features + i];
            Assert.Equal(variance / (variance + 0.25), variances[i], 1e-3);
        }
    }

    [Fact]
    public void Components_behind_those_kept_are_0()
    {
        Dataset all = Normalizer.FitPca(Data).Apply(Data), two = Normalizer.FitPca(Data, components: 2).Apply(Data);
        for (int row = 0; row < Rows; row++)
        {
            Assert.Equal([.. all.Input(row)[..2], 0, 0, 0], two.Input(row).ToArray());
        }

        Assert.Throws<ArgumentOutOfRangeException>("components", () => Normalizer.FitPca(Data, components: 6));
        Assert.Throws<ArgumentOutOfRangeException>("components", () => Normalizer.FitWhiten(Data, components: 0));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => Normalizer.FitWhiten(Data, epsilon: float.NaN));
    }

    [Fact]
    public void Rows_may_be_turned_in_place()
    {
        Normalizer normalizer = Normalizer.FitWhiten(Data);
        float[] rows = [.. Data.Input(0), .. Data.Input(1)];
        normalizer.Apply(rows);
        Dataset apart = normalizer.Apply(Data);
        Assert.Equal([.. apart.Input(0), .. apart.Input(1)], rows);
    }

    [Fact]
    public void Means_are_taken_away_by_the_centring_normalisers()
    {
        foreach (Normalizer normalizer in new[] { Normalizer.FitZeroCenter(Data), Normalizer.FitMeanImage(WithShape()) })
        {
            Dataset centred = normalizer.Apply(Data);
            for (int i = 0; i < Features; i++)
            {
                Assert.Equal(0, Enumerable.Range(0, Rows).Average(row => (double)centred.Input(row)[i]), 1e-4);
                Assert.Equal(Data.Input(7)[i] - Data.Input(3)[i], centred.Input(7)[i] - centred.Input(3)[i], 1e-4f);
            }
        }

        Assert.Throws<ArgumentException>("data", () => Normalizer.FitMeanImage(Data));
    }

    private static TrainingSet WithShape()
    {
        float[] inputs = [.. Enumerable.Range(0, Rows).SelectMany(row => Data.Input(row).ToArray())];
        return Dataset.FromTargets(inputs, new float[Rows], 1, new ImageShape(1, Features, 1)).AsTrainingSet();
    }

    private static TrainingSet Make()
    {
        var random = new Random(1);
        float[] inputs = [.. Enumerable.Range(0, Rows).SelectMany(_ =>
        {
            double a = 10 * Normal(random), b = 2 * Normal(random), c = 0.5 * Normal(random);
            return new[] { 100 + a + b, 50 + a - b, b + c, c, 7 };
        }).Select(value => (float)value)];
        return Dataset.FromTargets(inputs, new float[Rows], 1).AsTrainingSet();
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());

    private static double Distance(Dataset data, int one, int other) =>
        Math.Sqrt(Enumerable.Range(0, Features).Sum(i => Math.Pow(data.Input(one)[i] - data.Input(other)[i], 2)));

    private static double[] Covariance(Dataset data)
    {
        double[] means = [.. Enumerable.Range(0, Features).Select(i => Enumerable.Range(0, data.Count).Average(row => (double)data.Input(row)[i]))];
        var covariance = new double[Features * Features];
        for (int i = 0; i < Features; i++)
        {
            for (int j = 0; j < Features; j++)
            {
                covariance[i * Features + j] = Enumerable.Range(0, data.Count).Average(row => (data.Input(row)[i] - means[i]) * (data.Input(row)[j] - means[j]));
            }
        }

        return covariance;
    }
}
