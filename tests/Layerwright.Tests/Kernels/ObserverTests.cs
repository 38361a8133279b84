using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>What a pass does besides its result: values kept on their way, and sums over what it has stored.</summary>
[Trait("Kernels", "EveryWidth")]
public class ObserverTests
{
    private const int Depth = 5;

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void A_chain_keeps_what_others_read(int columns)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            Tensor input = memory.Unpadded(Numbers.Whole(rows, Depth, 1)), sums = memory.Padded(rows, columns);
            PackedMatrix weights = memory.Packed(Numbers.Whole(columns, Depth, 2));
            Tensor bias = memory.Vector(Numbers.Row(columns, 3));
            Product.Run(rows, input, weights, sums, new AddBias(bias));

            AssertKept(rows, sums, (kept, output) => Product.Run(
                rows, input, weights, output, Epilogue.Chain(new AddBias(bias), new Keep(kept), default(ReLU))));
            AssertKept(rows, sums, (kept, output) => Product.Run(
                rows, input, weights, output, Epilogue.Chain(new AddBias(bias), new Keep(kept), default(Tanh))));
            AssertKept(rows, sums, (kept, output) => Elementwise.Run(rows, sums, output, Epilogue.Chain(new Keep(kept), default(ReLU))));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void A_pass_that_is_observed_gathers_the_bits_of_an_observation_of_its_own(int columns)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            Tensor input = memory.Unpadded(Numbers.Small(rows, Depth, 1)), other = memory.Padded(Numbers.Small(rows, columns, 2));
            PackedMatrix weights = memory.Packed(Numbers.Small(columns, Depth, 3));
            Tensor mean = memory.Vector(Numbers.Row(columns, 4)), inverse = memory.Vector(Numbers.Row(columns, 5));
            Tensor output = memory.Padded(rows, columns), kept = memory.Padded(rows, columns);
            float[,] Sums(Func<Tensor, Tensor, Action> observed)
            {
                Tensor statistics = memory.Padded(2, columns), gradients = memory.Padded(2, columns);
                observed(statistics, gradients)();
                KernelMemory.AssertNothingBehindRows(statistics, 2);
                KernelMemory.AssertNothingBehindRows(gradients, 2);
                float[,] both = new float[4, columns];
                Array.Copy(KernelMemory.Read(statistics, 2), both, 2 * columns);
                Array.Copy(KernelMemory.Read(gradients, 2), 0, both, 2 * columns, 2 * columns);
                return both;
            }

            ObserverPair<GatherStatistics, GatherGradientSums> Both(Tensor tensor, Tensor statistics, Tensor gradients) => Observer.Both(
                new GatherStatistics(tensor, statistics), new GatherGradientSums(tensor, other, mean, inverse, gradients));

            // Light links, heavy links, no product; the result, or what the chain kept.
            float[,] light = Sums((s, g) => () => Product.Run(rows, input, weights, output, default(ReLU), Both(output, s, g)));
            Assert.Equal(Sums((s, g) => () => Elementwise.Observe(rows, Both(output, s, g))), light);
            float[,] heavy = Sums((s, g) => () => Product.Run(rows, input, weights, output, default(Tanh), Both(output, s, g)));
            Assert.Equal(Sums((s, g) => () => Elementwise.Observe(rows, Both(output, s, g))), heavy);
            float[,] elementwise = Sums((s, g) => () => Elementwise.Run(
                rows, other, output, Epilogue.Chain(default(Tanh), new Keep(kept), default(ReLU)), Both(kept, s, g)));
            Assert.Equal(Sums((s, g) => () => Elementwise.Observe(rows, Both(kept, s, g))), elementwise);
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Sums_of_columns_are_exact_for_whole_numbers(int columns)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            float[,] values = Numbers.Whole(rows, columns, 1);
            Tensor sums = memory.Padded(2, columns);

            Elementwise.Observe(rows, new GatherSums(memory.Padded(values), sums));

            float[,] actual = KernelMemory.Read(sums, 1);
            for (int column = 0; column < columns; column++)
            {
                Assert.Equal(Enumerable.Range(0, rows).Sum(row => values[row, column]), actual[0, column]);
            }

            Assert.All(KernelMemory.Padding(sums, 0), zero => Assert.Equal(0f, zero));
        }
    }

    // The difference from a row far off loses digits; the difference from the mean does not.
    [Theory]
    [InlineData(1e4f)]
    [InlineData(-1e6f)]
    public void A_first_row_far_from_the_rest_costs_the_statistics_no_digits(float outlier)
    {
        const int Rows = 32;
        KernelMemory memory = new();
        float[,] values = Numbers.Small(Rows, 20, 1);
        for (int column = 0; column < 20; column++)
        {
            values[0, column] = outlier;
        }

        Tensor partial = memory.Padded(2, 20);
        Elementwise.Observe(Rows, new GatherStatistics(memory.Padded(values), partial));

        for (int column = 0; column < 20; column++)
        {
            double[] exact = [.. Enumerable.Range(0, Rows).Select(row => (double)values[row, column])];
            double mean = exact.Average(), squares = exact.Sum(value => (value - mean) * (value - mean));
            Assert.InRange(Math.Abs(partial.Row(0)[column] - mean) / Math.Abs(mean), 0, 1e-6);
            Assert.InRange(Math.Abs(partial.FromRow(1).Row(0)[column] - squares) / squares, 0, 1e-6);
        }
    }

    private static void AssertKept(int rows, Tensor expected, Action<Tensor, Tensor> run)
    {
        KernelMemory memory = new();
        Tensor kept = memory.Padded(rows, expected.Columns), output = memory.Padded(rows, expected.Columns);
        run(kept, output);

        Assert.Equal(KernelMemory.Read(expected, rows), KernelMemory.Read(kept, rows));
        Assert.All(Enumerable.Range(0, rows), row => Assert.All(KernelMemory.Padding(kept, row), padding => Assert.True(float.IsFinite(padding))));
        KernelMemory.AssertNothingBehindRows(kept, rows);
        KernelMemory.AssertNothingBehindRows(output, rows);
    }
}
