using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class BatchNormalizationTests
{
    private const float Epsilon = 1e-5f;

    [Theory]
    [InlineData(2, 1, 32)]
    [InlineData(7, 3, 32)]
    [InlineData(33, 17, 32)]
    [InlineData(100, 65, 8)]
    [InlineData(128, 130, 32)]
    [InlineData(60_000, 3, 50_000)] // the pixels of large images
    public void Statistics_of_blocks_join_to_those_of_the_batch(int rows, int columns, int rowsPerBlock)
    {
        float[,] input = Numbers.Small(rows, columns, 1);
        Statistics actual = Combine(input, rowsPerBlock, momentum: 0.25f);

        for (int column = 0; column < columns; column++)
        {
            double mean = Enumerable.Range(0, rows).Average(row => (double)input[row, column]);
            double squares = Enumerable.Range(0, rows).Sum(row => Math.Pow(input[row, column] - mean, 2));
            Assert.Equal(mean, actual.Mean[column], 1e-6);
            Assert.Equal(1 / Math.Sqrt(squares / rows + Epsilon), actual.InverseDeviation[column], 1e-5 * actual.InverseDeviation[column]);
            Assert.Equal(0.75 * 3 + 0.25 * mean, actual.RunningMean[column], 1e-6);
            Assert.Equal(0.75 * 5 + 0.25 * squares / (rows - 1), actual.RunningVariance[column], 1e-5);
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void A_large_mean_costs_the_deviation_no_digits(int offset)
    {
        // Deviation 1 in every column: the mean of squares of ±1 around the offset.
        float[,] input = new float[96, 20];
        for (int row = 0; row < 96; row++)
        {
            for (int column = 0; column < 20; column++)
            {
                input[row, column] = offset + ((row * 7 + column) % 2 == 0 ? 1 : -1);
            }
        }

        Statistics actual = Combine(input, rowsPerBlock: 32, momentum: 1);

        Assert.All(actual.Mean, mean => Assert.Equal(offset, mean, 1e-4));
        Assert.All(actual.InverseDeviation, inverse => Assert.Equal(1, inverse, 1e-4));
        Assert.All(actual.RunningVariance, variance => Assert.Equal(96.0 / 95, variance, 1e-4));
    }

    [Fact]
    public void A_constant_column_has_no_variance()
    {
        float[,] input = new float[40, 3];
        for (int row = 0; row < 40; row++)
        {
            (input[row, 0], input[row, 1], input[row, 2]) = (1234.5f, 0.1f, -7e-8f);
        }

        Assert.All(Combine(input, 16, 1).RunningVariance, variance => Assert.Equal(0, variance, 1e-12));
    }

    [Theory]
    [InlineData(2, 1, 32)]
    [InlineData(33, 17, 32)]
    [InlineData(100, 65, 8)]
    public void Gradient_sums_of_blocks_add_up_to_those_of_the_batch(int rows, int columns, int rowsPerBlock)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Small(rows, columns, 1), gradient = Numbers.Small(rows, columns, 2);
        float[] mean = Numbers.Row(columns, 3), inverse = Numbers.Row(columns, 4, 0.5f, 2);
        Tensor x = memory.Padded(input), dy = memory.Padded(gradient), averages = memory.Vector(mean), inverses = memory.Vector(inverse);
        Tensor beta = memory.Padded(1, columns), gamma = memory.Padded(1, columns);

        BlockStatistics parts = Gather(
            memory,
            rows,
            columns,
            rowsPerBlock,
            (first, count, part) =>
                Elementwise.Observe(count, new GatherGradientSums(dy.FromRow(first), x.FromRow(first), averages, inverses, part)));
        NormalizationGradient.Combine(parts, beta, gamma);

        for (int column = 0; column < columns; column++)
        {
            Assert.Equal(Enumerable.Range(0, rows).Sum(row => (double)gradient[row, column]), beta.Row(0)[column], 1e-5);
            Assert.Equal(
                Enumerable.Range(0, rows).Sum(row => gradient[row, column] * ((double)input[row, column] - mean[column]) * inverse[column]),
                gamma.Row(0)[column],
                2e-5);
        }

        KernelMemory.AssertNothingBehindRows(beta, 1);
        KernelMemory.AssertNothingBehindRows(gamma, 1);
    }

    private static Statistics Combine(float[,] input, int rowsPerBlock, float momentum)
    {
        KernelMemory memory = new();
        int rows = input.GetLength(0), columns = input.GetLength(1);
        Tensor x = memory.Padded(input), mean = memory.Padded(1, columns), inverse = memory.Padded(1, columns);
        Tensor runningMean = memory.Vector([.. Enumerable.Repeat(3f, columns)]);
        Tensor runningVariance = memory.Vector([.. Enumerable.Repeat(5f, columns)]);

        BlockStatistics parts = Gather(
            memory,
            rows,
            columns,
            rowsPerBlock,
            (first, count, part) => Elementwise.Observe(count, new GatherStatistics(x.FromRow(first), part)));
        BatchNormalization.CombineStatistics(parts, Epsilon, momentum, mean, inverse, runningMean, runningVariance);

        Assert.All(KernelMemory.Padding(mean, 0).Concat(KernelMemory.Padding(inverse, 0)), padding => Assert.True(float.IsFinite(padding)));
        Assert.All(KernelMemory.Padding(runningMean, 0), padding => Assert.Equal(0f, padding));
        Assert.All(KernelMemory.Padding(runningVariance, 0), padding => Assert.Equal(0f, padding));
        KernelMemory.AssertNothingBehindRows(mean, 1);
        KernelMemory.AssertNothingBehindRows(inverse, 1);
        return new(mean.Row(0).ToArray(), inverse.Row(0).ToArray(), runningMean.Row(0).ToArray(), runningVariance.Row(0).ToArray());
    }

    private static BlockStatistics Gather(KernelMemory memory, int rows, int columns, int rowsPerBlock, Action<int, int, Tensor> gather)
    {
        int blocks = (rows + rowsPerBlock - 1) / rowsPerBlock;
        Tensor parts = memory.Padded(2 * blocks, columns);

        // From the last to the first: the order of gathering must not matter.
        for (int block = blocks - 1; block >= 0; block--)
        {
            int first = block * rowsPerBlock;
            gather(first, Math.Min(rowsPerBlock, rows - first), parts.FromRow(2 * block));
        }

        return new(parts, rows, rowsPerBlock);
    }

    private sealed record Statistics(float[] Mean, float[] InverseDeviation, float[] RunningMean, float[] RunningVariance);
}
