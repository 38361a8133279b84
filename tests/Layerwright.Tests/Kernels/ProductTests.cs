using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class ProductTests
{
    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void A_product_is_exact_for_whole_numbers_around_all_tile_edges(int outputs)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            foreach (int inputs in new[] { 1, 2, 3, 5, 17, 64 })
            {
                KernelMemory memory = new();
                float[,] input = Numbers.Whole(rows, inputs, 1), weights = Numbers.Whole(outputs, inputs, 2);
                Tensor output = memory.Padded(rows, outputs);

                Product.Run(rows, memory.Unpadded(input), memory.Packed(weights), output, default(None));

                Assert.Equal(Naive(input, weights), KernelMemory.Read(output, rows));
                Assert.All(Enumerable.Range(0, rows), row => Assert.All(KernelMemory.Padding(output, row), zero => Assert.Equal(0f, zero)));
                KernelMemory.AssertNothingBehindRows(output, rows);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Light_epilogues_see_each_element_at_its_place(int outputs)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(rows, 7, 1), weights = Numbers.Whole(outputs, 7, 2);
            float[,] bias = Numbers.Whole(1, outputs, 3), residual = Numbers.Whole(rows, outputs, 4);
            Tensor output = memory.Padded(rows, outputs);

            Product.Run(
                rows,
                memory.Unpadded(input),
                memory.Packed(weights),
                output,
                Epilogue.Chain(new AddBias(memory.Padded(bias)), new AddTensor(memory.Padded(residual)), default(ReLU)));

            float[,] expected = Naive(input, weights);
            Each(expected, (row, column) =>
                expected[row, column] = Math.Max(0, expected[row, column] + bias[0, column] + residual[row, column]));
            Assert.Equal(expected, KernelMemory.Read(output, rows));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Heavy_epilogues_see_each_element_at_its_place(int outputs)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Small(rows, 5, 1), weights = Numbers.Small(outputs, 5, 2), residual = Numbers.Small(rows, outputs, 3);
            Tensor output = memory.Padded(rows, outputs);

            Product.Run(
                rows,
                memory.Unpadded(input),
                memory.Packed(weights),
                output,
                Epilogue.Chain(new AddTensor(memory.Padded(residual)), default(Tanh)));

            float[,] sums = Naive(input, weights), actual = KernelMemory.Read(output, rows);
            Each(actual, (row, column) => Assert.Equal(Math.Tanh(sums[row, column] + residual[row, column]), actual[row, column], 2e-6));
            KernelMemory.AssertNothingBehindRows(output, rows);
        }
    }

    [Fact]
    public void Rows_of_a_large_product_are_right_to_single_precision()
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Small(13, 1024, 1), weights = Numbers.Small(70, 1024, 2);
        Tensor output = memory.Padded(13, 70);

        Product.Run(13, memory.Padded(input), memory.Packed(weights), output, default(None));

        float[,] expected = Naive(input, weights), actual = KernelMemory.Read(output, 13);
        Each(actual, (row, column) => Assert.Equal(expected[row, column], actual[row, column], 2e-4f));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void NaN_comes_through_a_product_and_its_ReLU(int rows)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(rows, 6, 1);
        input[rows - 1, 3] = float.NaN;
        Tensor output = memory.Padded(rows, 50);

        Product.Run(rows, memory.Unpadded(input), memory.Packed(Numbers.Whole(50, 6, 2)), output, default(ReLU));

        float[,] actual = KernelMemory.Read(output, rows);
        Each(actual, (row, column) => Assert.Equal(row == rows - 1, float.IsNaN(actual[row, column])));
    }

    private static float[,] Naive(float[,] input, float[,] weights)
    {
        float[,] output = new float[input.GetLength(0), weights.GetLength(0)];
        Each(output, (row, column) =>
        {
            double sum = 0;
            for (int k = 0; k < input.GetLength(1); k++)
            {
                sum += (double)input[row, k] * weights[column, k];
            }

            output[row, column] = (float)sum;
        });
        return output;
    }

    private static void Each(float[,] values, Action<int, int> visit)
    {
        for (int row = 0; row < values.GetLength(0); row++)
        {
            for (int column = 0; column < values.GetLength(1); column++)
            {
                visit(row, column);
            }
        }
    }
}
