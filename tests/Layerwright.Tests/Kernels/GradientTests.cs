using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class GradientTests
{
    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void A_weight_gradient_is_exact_for_whole_numbers_around_all_tile_edges(int outputs)
    {
        foreach (int inputs in Numbers.RowCounts)
        {
            foreach (int rows in new[] { 1, 2, 7, 33 })
            {
                KernelMemory memory = new();
                float[,] input = Numbers.Whole(rows, inputs, 1), gradient = Numbers.Whole(rows, outputs, 2);
                PackedMatrix result = memory.Packed(inputs, outputs);

                WeightGradient.Run(rows, memory.Unpadded(input), memory.Padded(gradient), AllPanels(outputs), new StoringSink(result.Data));

                float[,] actual = KernelMemory.Read(result);
                for (int output = 0; output < outputs; output++)
                {
                    for (int k = 0; k < inputs; k++)
                    {
                        Assert.Equal(Enumerable.Range(0, rows).Sum(row => input[row, k] * gradient[row, output]), actual[output, k]);
                    }
                }

                int length = (int)PanelLayout.PackedLength(inputs, outputs);
                Assert.Equal(0, new ReadOnlySpan<float>(result.Data, length).ToArray().Count(float.IsNaN));
                Assert.True(float.IsNaN(result.Data[length]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void A_single_row_gives_the_bits_that_it_gives_beside_a_row_of_zeros(int outputs)
    {
        foreach (int inputs in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Small(2, inputs, 1), gradient = Numbers.Small(2, outputs, 2);
            input[0, 0] = -0f;
            Array.Clear(input, inputs, inputs);
            Array.Clear(gradient, outputs, outputs);

            Assert.Equal(Bits(rows: 2), Bits(rows: 1));

            int[] Bits(int rows)
            {
                PackedMatrix result = memory.Packed(inputs, outputs);
                Tensor bias = memory.Padded(1, outputs);
                WeightGradient.Run(
                    rows, memory.Unpadded(input), memory.Padded(gradient), AllPanels(outputs), new StoringSink(result.Data), new StoringSink(bias.Data));
                return [.. KernelMemory.Read(result).Cast<float>().Concat(KernelMemory.Read(bias, 1).Cast<float>()).Select(BitConverter.SingleToInt32Bits)];
            }
        }
    }

    [Fact]
    public unsafe void Panels_taken_one_by_one_give_the_bits_of_all_at_once()
    {
        KernelMemory memory = new();
        const int Rows = 21, Inputs = 19, Outputs = 113;
        Tensor input = memory.Unpadded(Numbers.Small(Rows, Inputs, 1)), gradient = memory.Padded(Numbers.Small(Rows, Outputs, 2));
        PackedMatrix together = memory.Packed(Inputs, Outputs), apart = memory.Packed(Inputs, Outputs);
        Tensor bias = memory.Padded(1, Outputs), biasApart = memory.Padded(1, Outputs);

        WeightGradient.Run(Rows, input, gradient, AllPanels(Outputs), new StoringSink(together.Data), new StoringSink(bias.Data));
        for (int panel = PanelLayout.PanelCount(Outputs) - 1; panel >= 0; panel--)
        {
            WeightGradient.Run(
                Rows, input, gradient, new PanelRange(panel, 1), new StoringSink(apart.Data), new StoringSink(biasApart.Data));
        }

        Assert.Equal(KernelMemory.Read(together), KernelMemory.Read(apart));
        Assert.Equal(KernelMemory.Read(bias, 1), KernelMemory.Read(biasApart, 1));
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void The_bias_beside_a_weight_gradient_gets_the_sum_of_the_rows(int outputs)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            Tensor input = memory.Unpadded(Numbers.Small(rows, 3, 1)), gradient = memory.Padded(Numbers.Whole(rows, outputs, 2));
            PackedMatrix alone = memory.Packed(3, outputs), beside = memory.Packed(3, outputs);
            Tensor bias = memory.Padded(1, outputs);

            WeightGradient.Run(rows, input, gradient, AllPanels(outputs), new StoringSink(alone.Data));
            WeightGradient.Run(rows, input, gradient, AllPanels(outputs), new StoringSink(beside.Data), new StoringSink(bias.Data));

            float[,] slopes = KernelMemory.Read(gradient, rows);
            for (int output = 0; output < outputs; output++)
            {
                Assert.Equal(Enumerable.Range(0, rows).Sum(row => slopes[row, output]), bias.Data[output]);
            }

            Assert.All(KernelMemory.Padding(bias, 0), padding => Assert.Equal(0f, padding));
            KernelMemory.AssertNothingBehindRows(bias, 1);
            Assert.Equal(KernelMemory.Read(alone), KernelMemory.Read(beside));
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void A_vector_gradient_is_handed_over_as_it_is(int length)
    {
        KernelMemory memory = new();
        Tensor gradient = memory.Vector(Numbers.Row(length, 1)), result = memory.Padded(1, length);

        VectorGradient.Run(gradient, AllPanels(length), new StoringSink(result.Data));

        Assert.Equal(KernelMemory.Read(gradient, 1), KernelMemory.Read(result, 1));
        KernelMemory.AssertNothingBehindRows(result, 1);
    }

    private static PanelRange AllPanels(int outputs) => new(0, PanelLayout.PanelCount(outputs));
}
