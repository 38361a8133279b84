using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class RowNormalizationTests
{
    private const float Epsilon = 1e-3f;

    private static readonly int[] s_rowCounts = [1, 3, 8];

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Rows_are_normalised_by_their_own_moments_then_scaled_and_bent(int columns)
    {
        foreach (int rows in s_rowCounts)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Small(rows, columns, 1);
            float[] gamma = Numbers.Row(columns, 2), beta = Numbers.Row(columns, 3);
            Tensor layer = memory.Padded(rows, columns), square = memory.Padded(rows, columns);

            LayerNormalization.Run(
                rows, Input(memory, input), memory.Vector(gamma), memory.Vector(beta), Epsilon, layer, new LeakyReLU(0.5f));
            RootMeanSquareNormalization.Run(rows, Input(memory, input), memory.Vector(gamma), Epsilon, square, new LeakyReLU(0.5f));

            for (int row = 0; row < rows; row++)
            {
                double[] centred = Normalized(input, row, subtracts: true), kept = Normalized(input, row, subtracts: false);
                for (int column = 0; column < columns; column++)
                {
                    Assert.Equal(Bent((centred[column] * gamma[column]) + beta[column]), layer.FromRow(row).Row(0)[column], 2e-5);
                    Assert.Equal(Bent(kept[column] * gamma[column]), square.FromRow(row).Row(0)[column], 2e-5);
                }

                Assert.All(KernelMemory.Padding(layer, row).Concat(KernelMemory.Padding(square, row)), padding => Assert.True(float.IsFinite(padding)));
            }

            KernelMemory.AssertNothingBehindRows(layer, rows);
            KernelMemory.AssertNothingBehindRows(square, rows);
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-100_000)]
    public void A_large_mean_costs_no_digits(int offset)
    {
        const int Columns = 77;
        KernelMemory memory = new();
        float[,] input = new float[1, Columns];
        Random random = new(1);
        for (int column = 0; column < Columns; column++)
        {
            // Of these every digit is in the float.
            input[0, column] = offset + (random.Next(-128, 129) / 64f);
        }

        Tensor output = memory.Padded(1, Columns), ones = memory.Vector([.. Enumerable.Repeat(1f, Columns)]);
        LayerNormalization.Run(1, Input(memory, input), ones, memory.Vector(new float[Columns]), 1e-5f, output, default(None));

        double[] expected = Normalized(input, 0, subtracts: true, 1e-5);
        Assert.All(output.Row(0).ToArray().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void A_row_of_equal_numbers_becomes_the_shift()
    {
        KernelMemory memory = new();
        float[] beta = Numbers.Row(21, 3);
        float[,] input = new float[2, 21];
        for (int column = 0; column < 21; column++)
        {
            input[0, column] = 4096.1f;
        }

        Tensor output = memory.Padded(2, 21);
        LayerNormalization.Run(2, Input(memory, input), memory.Vector(Numbers.Row(21, 2)), memory.Vector(beta), 1e-5f, output, default(None));

        Assert.Equal(beta, output.Row(0).ToArray());
        Assert.Equal(beta, output.FromRow(1).Row(0).ToArray());
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Gradients_follow_their_formulas_and_pass_through_the_epilogue(int columns)
    {
        foreach (int rows in s_rowCounts)
        {
            foreach (bool subtracts in new[] { true, false })
            {
                CheckGradient(rows, columns, subtracts);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sums_of_blocks_join_to_those_of_the_batch(bool subtracts)
    {
        const int Rows = 21, Columns = 37, RowsPerBlock = 8;
        KernelMemory memory = new();
        float[,] input = Numbers.Small(Rows, Columns, 1), gradient = Numbers.Small(Rows, Columns, 2);
        Tensor x = Input(memory, input), dy = memory.Padded(gradient), gamma = memory.Vector(Numbers.Row(Columns, 3));
        Tensor parts = memory.Padded(6, Columns), betaGradient = memory.Padded(1, Columns), gammaGradient = memory.Padded(1, Columns);
        for (int first = 0; first < Rows; first += RowsPerBlock)
        {
            int rows = Math.Min(RowsPerBlock, Rows - first);
            Tensor part = parts.FromRow(2 * (first / RowsPerBlock));
            if (subtracts)
            {
                LayerNormalization.GatherGradientSums(rows, dy.FromRow(first), x.FromRow(first), gamma, Epsilon, part);
            }
            else
            {
                RootMeanSquareNormalization.GatherGradientSums(rows, dy.FromRow(first), x.FromRow(first), gamma, Epsilon, part);
            }
        }

        NormalizationGradient.Combine(new(parts, Rows, RowsPerBlock), subtracts ? betaGradient : default, gammaGradient);

        for (int column = 0; column < Columns; column++)
        {
            double dot = Enumerable.Range(0, Rows).Sum(row => gradient[row, column] * Normalized(input, row, subtracts)[column]);
            Assert.Equal(dot, gammaGradient.Row(0)[column], 3e-5);
            if (subtracts)
            {
                Assert.Equal(Enumerable.Range(0, Rows).Sum(row => (double)gradient[row, column]), betaGradient.Row(0)[column], 1e-5);
            }
        }

        Assert.All(KernelMemory.Padding(gammaGradient, 0), padding => Assert.Equal(0f, padding));
    }

    private static void CheckGradient(int rows, int columns, bool subtracts)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Small(rows, columns, 1), gradient = Numbers.Small(rows, columns, 2);
        float[] gamma = Numbers.Row(columns, 3);
        Tensor x = Input(memory, input), dy = memory.Padded(gradient), scale = memory.Vector(gamma);
        Tensor dx = memory.Padded(rows, columns), partial = memory.Padded(2, columns), alone = memory.Padded(2, columns);
        if (subtracts)
        {
            LayerNormalization.Gradient(rows, dy, x, scale, Epsilon, partial, dx, new ScaleColumns(scale, scale));
            LayerNormalization.GatherGradientSums(rows, dy, x, scale, Epsilon, alone);
        }
        else
        {
            RootMeanSquareNormalization.Gradient(rows, dy, x, scale, Epsilon, partial, dx, new ScaleColumns(scale, scale));
            RootMeanSquareNormalization.GatherGradientSums(rows, dy, x, scale, Epsilon, alone);
        }

        Assert.Equal(KernelMemory.Read(alone, 2), KernelMemory.Read(partial, 2));
        for (int row = 0; row < rows; row++)
        {
            double[] normalized = Normalized(input, row, subtracts);
            double[] scaled = [.. gamma.Select((g, column) => (double)g * gradient[row, column])];
            double mean = subtracts ? scaled.Average() : 0, dot = scaled.Zip(normalized, (g, x) => g * x).Average();
            double inverse = InverseDeviation(input, row, subtracts, Epsilon);
            for (int column = 0; column < columns; column++)
            {
                double expected = inverse * (scaled[column] - mean - (normalized[column] * dot)) * gamma[column] * gamma[column];
                Assert.Equal(expected, dx.FromRow(row).Row(0)[column], 1e-6 * (10 + (inverse * 4)));
            }

            Assert.All(KernelMemory.Padding(dx, row), padding => Assert.Equal(0f, padding));
        }

        KernelMemory.AssertNothingBehindRows(dx, rows);
        KernelMemory.AssertNothingBehindRows(partial, 2);
    }

    // What stands in the padding of activations is finite, and must not count.
    private static unsafe Tensor Input(KernelMemory memory, float[,] values)
    {
        Tensor tensor = memory.Padded(values);
        for (int row = 0; row < values.GetLength(0); row++)
        {
            new Span<float>(tensor.FromRow(row).Data, PanelLayout.RoundUp(tensor.Columns))[tensor.Columns..].Fill(77);
        }

        return tensor;
    }

    private static double[] Normalized(float[,] input, int row, bool subtracts, double epsilon = Epsilon)
    {
        double[] values = Row(input, row);
        double mean = subtracts ? values.Average() : 0, inverse = InverseDeviation(input, row, subtracts, epsilon);
        return [.. values.Select(x => (x - mean) * inverse)];
    }

    private static double InverseDeviation(float[,] input, int row, bool subtracts, double epsilon)
    {
        double[] values = Row(input, row);
        double mean = subtracts ? values.Average() : 0;
        return 1 / Math.Sqrt(values.Average(x => (x - mean) * (x - mean)) + epsilon);
    }

    private static double[] Row(float[,] input, int row) => [.. Enumerable.Range(0, input.GetLength(1)).Select(column => (double)input[row, column])];

    private static double Bent(double x) => x > 0 ? x : 0.5 * x;
}
