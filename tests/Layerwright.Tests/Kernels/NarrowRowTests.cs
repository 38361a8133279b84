using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>One row and at most four outputs, from weights with each output's side by side.</summary>
[Trait("Kernels", "EveryWidth")]
public class NarrowRowTests
{
    private static readonly int[] s_depths = [1, 4, 7, 8, 9, 15, 16, 17, 31, 32, 40, 64, 100];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_row_is_exact_for_whole_numbers_around_the_edges_of_vectors(int outputs)
    {
        foreach (int inputs in s_depths)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(1, inputs, 1), weights = Numbers.Whole(outputs, inputs, 2), bias = Numbers.Whole(1, outputs, 3);
            Tensor output = memory.Padded(1, outputs);

            Product.Run(
                1, memory.Unpadded(input), memory.WithRows(memory.Packed(weights)), output, Epilogue.Chain(new AddBias(memory.Padded(bias)), default(ReLU)));

            for (int row = 0; row < outputs; row++)
            {
                float expected = bias[0, row] + Enumerable.Range(0, inputs).Sum(k => input[0, k] * weights[row, k]);
                Assert.Equal(Math.Max(0, expected), output.Row(0)[row]);
            }

            Assert.All(KernelMemory.Padding(output, 0), zero => Assert.Equal(0f, zero));
            KernelMemory.AssertNothingBehindRows(output, 1);
        }
    }

    [Fact]
    public void A_value_that_an_epilogue_keeps_is_kept()
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(1, 32, 1), weights = Numbers.Whole(3, 32, 2);
        Tensor output = memory.Padded(1, 3), kept = memory.Padded(1, 3);

        Product.Run(1, memory.Unpadded(input), memory.WithRows(memory.Packed(weights)), output, Epilogue.Chain(new Keep(kept), default(ReLU)));

        Assert.Equal(Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 32).Sum(k => input[0, k] * weights[row, k])), kept.Row(0).ToArray());
        Assert.All(KernelMemory.Padding(kept, 0), zero => Assert.Equal(0f, zero));
    }

    [Theory]
    [InlineData(64, 5, 1)]
    [InlineData(64, 4, 2)]
    [InlineData(0, 4, 1)]
    public unsafe void Wider_and_grouped_weights_and_vectors_need_no_copy(int inputs, int outputs, int groups) =>
        Assert.Equal(0, NarrowRows.Length(new PackedMatrix(null, inputs, outputs, groups)));

    [Fact]
    public unsafe void A_copy_has_two_rows_or_four_of_whole_vectors() =>
        Assert.Equal(
            VectorWidth.Count < 8 ? [0, 0, 0, 0] : [64, 64, 128, 128],
            Enumerable.Range(1, 4).Select(outputs => NarrowRows.Length(new PackedMatrix(null, 35, outputs))));
}
