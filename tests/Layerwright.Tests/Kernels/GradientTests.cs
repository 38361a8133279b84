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

    [Fact]
    public unsafe void Panels_taken_one_by_one_give_the_bits_of_all_at_once()
    {
        KernelMemory memory = new();
        const int Rows = 21, Inputs = 19, Outputs = 113;
        Tensor input = memory.Unpadded(Numbers.Small(Rows, Inputs, 1)), gradient = memory.Padded(Numbers.Small(Rows, Outputs, 2));
        PackedMatrix together = memory.Packed(Inputs, Outputs), apart = memory.Packed(Inputs, Outputs);

        WeightGradient.Run(Rows, input, gradient, AllPanels(Outputs), new StoringSink(together.Data));
        for (int panel = PanelLayout.PanelCount(Outputs) - 1; panel >= 0; panel--)
        {
            WeightGradient.Run(Rows, input, gradient, new PanelRange(panel, 1), new StoringSink(apart.Data));
        }

        Assert.Equal(KernelMemory.Read(together), KernelMemory.Read(apart));
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public unsafe void A_bias_gradient_is_the_sum_of_the_rows(int outputs)
    {
        foreach (int rows in Numbers.RowCounts)
        {
            KernelMemory memory = new();
            float[,] gradient = Numbers.Whole(rows, outputs, 1);
            Tensor together = memory.Padded(1, outputs), apart = memory.Padded(1, outputs);

            BiasGradient.Run(rows, memory.Padded(gradient), AllPanels(outputs), new StoringSink(together.Data));
            for (int panel = 0; panel < PanelLayout.PanelCount(outputs); panel++)
            {
                BiasGradient.Run(rows, memory.Padded(gradient), new PanelRange(panel, 1), new StoringSink(apart.Data));
            }

            for (int output = 0; output < outputs; output++)
            {
                Assert.Equal(Enumerable.Range(0, rows).Sum(row => gradient[row, output]), together.Data[output]);
            }

            Assert.Equal(KernelMemory.Read(together, 1), KernelMemory.Read(apart, 1));
            KernelMemory.AssertNothingBehindRows(together, 1);
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

    private readonly unsafe struct StoringSink(float* target) : IGradientSink<StoringSink>
    {
        public StoringSink For(int parameter) => this;

        public void Apply<TInstructions, TVector>(TVector gradient, nint offset)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged => TInstructions.Store(gradient, target + offset);

        public void Prefetch(nint offset)
        {
        }
    }
}
