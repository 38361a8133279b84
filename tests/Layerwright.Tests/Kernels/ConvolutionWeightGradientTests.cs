using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class ConvolutionWeightGradientTests
{
    public static TheoryData<string> Geometries => [.. Windows.All.Keys];

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(Geometries))]
    public void It_is_exact_for_whole_numbers_whatever_the_geometry(string geometry)
    {
        Window window = Windows.All[geometry];
        foreach (int channels in new[] { 1, 3, 4, 6, 17 })
        {
            foreach (int filters in new[] { 5, 16, 40 })
            {
                Check(window, images: 3, channels, filters, groups: 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void It_is_exact_around_all_edges_of_panels_and_tiles(int filters)
    {
        foreach (int channels in Numbers.RowCounts)
        {
            Check(Windows.All["same"], images: 2, channels, filters, groups: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Groups_see_their_own_channels_and_leave_zeros_in_the_padding(string geometry)
    {
        foreach (var (groups, channels, filters) in new[] { (2, 4, 6), (3, 3, 3), (4, 64, 64), (2, 10, 34), (5, 5, 80), (2, 2, 66) })
        {
            Check(Windows.All[geometry], images: 2, channels, filters, groups);
        }
    }

    [Fact]
    public void Images_of_a_few_positions_and_rows_of_large_ones_are_taken_in_parts()
    {
        Check(new Window((2, 2), (3, 3), (2, 2)) { Pad = (1, 1) }, images: 130, 5, 7, groups: 1);
        Check(new Window((1, 1), (1, 1), (1, 1)), images: 600, 3, 4, groups: 1);
        Check(new Window((67, 41), (3, 3), (67, 41)) { Pad = (1, 1) }, images: 2, 3, 20, groups: 1);
        Check(new Window((40, 40), (5, 5), (18, 18)) { Stride = (2, 2) }, images: 2, 70, 6, groups: 1);
    }

    [Fact]
    public void Panels_taken_one_by_one_give_the_bits_of_all_at_once()
    {
        KernelMemory memory = new();
        Window window = Windows.All["same"];
        Tensor input = memory.Padded(Numbers.Small(3 * window.InputPositions, 6, 1));
        Tensor gradient = memory.Padded(Numbers.Small(3 * window.OutputPositions, 113, 2));
        GradientChunks together = memory.Chunks(1, window.Taps * 6, 113, 1), apart = memory.Chunks(1, window.Taps * 6, 113, 1);

        ConvolutionWeightGradient.SumChunk(3, input, gradient, window, new(0, together.Panels), together);
        for (int panel = apart.Panels - 1; panel >= 0; panel--)
        {
            ConvolutionWeightGradient.SumChunk(3, input, gradient, window, new(panel, 1), apart);
        }

        Assert.Equal(All(together), All(apart));
    }

    [Fact]
    public void Sums_over_a_hundred_thousand_positions_do_not_drift()
    {
        KernelMemory memory = new();
        Window window = new((56, 56), (3, 3), (56, 56)) { Pad = (1, 1) };
        const int Images = 32;
        float[,] input = Numbers.Small(Images * window.InputPositions, 2, 1), gradient = Numbers.Small(Images * window.OutputPositions, 3, 2);
        for (int i = 0; i < gradient.GetLength(0); i++)
        {
            // A mean far from zero: what drifts in a long sum of floats.
            gradient[i, 0] += 3;
            input[i, 0] += 3;
        }

        GradientChunks chunk = memory.Chunks(1, window.Taps * 2, 3, 1);
        ConvolutionWeightGradient.SumChunk(Images, memory.Padded(input), memory.Padded(gradient), window, new(0, chunk.Panels), chunk);

        double[,] exact = NaiveConvolution.WeightGradient(window, input, gradient, 1);
        float[,] actual = KernelMemory.Read(new PackedMatrix(chunk.Data, chunk.Inputs, 3));
        double scale = exact.Cast<double>().Max(Math.Abs);
        for (int filter = 0; filter < 3; filter++)
        {
            for (int k = 0; k < chunk.Inputs; k++)
            {
                Assert.InRange(Math.Abs(exact[filter, k] - actual[filter, k]) / scale, 0, 1e-6);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void Chunks_meet_in_the_sink_in_their_order(int filters)
    {
        KernelMemory memory = new();
        GradientChunks chunks = memory.Chunks(5, 7, filters, 1);
        Span<float> all = new(chunks.Data, 5 * (int)chunks.Stride);
        Numbers.Row(all.Length, 1).CopyTo(all);
        PackedMatrix weights = memory.Packed(7, filters);
        Tensor bias = memory.Padded(1, filters);

        ChunkedGradient.Run(chunks, new(0, chunks.Panels), new StoringSink(weights.Data), new StoringSink(bias.Data));

        for (int i = 0; i < (int)chunks.Stride; i++)
        {
            float sum = all[i];
            for (int chunk = 1; chunk < 5; chunk++)
            {
                sum += all[chunk * (int)chunks.Stride + i];
            }

            Assert.Equal(sum, i < chunks.BiasOffset ? weights.Data[i] : bias.Data[i - chunks.BiasOffset]);
        }

        Assert.True(float.IsNaN(weights.Data[chunks.BiasOffset]));
        KernelMemory.AssertNothingBehindRows(bias, 1);
    }

    private static void Check(Window window, int images, int channels, int filters, int groups)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(images * window.InputPositions, channels, 1);
        float[,] gradient = Numbers.Whole(images * window.OutputPositions, filters, 2);
        double[,] expected = NaiveConvolution.WeightGradient(window, input, gradient, groups);
        Tensor slopes = memory.Padded(gradient);
        foreach (Tensor tensor in new[] { memory.Padded(input), memory.Unpadded(input) })
        {
            GradientChunks chunk = memory.Chunks(1, window.Taps * channels / groups, filters, groups);
            ConvolutionWeightGradient.SumChunk(images, tensor, slopes, window, new(0, chunk.Panels), chunk);

            for (int group = 0; group < groups; group++)
            {
                PackedMatrix packed = new(chunk.Data + group * chunk.GroupLength, chunk.Inputs, chunk.GroupOutputs);
                float[,] actual = KernelMemory.Read(packed);
                for (int filter = 0; filter < chunk.GroupOutputs; filter++)
                {
                    for (int k = 0; k < chunk.Inputs; k++)
                    {
                        Assert.Equal(expected[group * chunk.GroupOutputs + filter, k], actual[filter, k]);
                    }
                }

                AssertZeroPadding(packed);
            }

            for (int filter = 0; filter < filters; filter++)
            {
                Assert.Equal(Enumerable.Range(0, gradient.GetLength(0)).Sum(line => gradient[line, filter]), chunk.Data[chunk.BiasOffset + filter]);
            }

            Assert.True(float.IsNaN(chunk.Data[chunk.Stride]));
        }
    }

    private static void AssertZeroPadding(PackedMatrix packed)
    {
        for (int output = packed.Outputs; output < PanelLayout.RoundUp(packed.Outputs); output++)
        {
            for (int k = 0; k < packed.Inputs; k++)
            {
                Assert.Equal(0f, packed.Data[PanelLayout.Offset(k, output, packed.Inputs, packed.Outputs)]);
            }
        }
    }

    private static float[] All(GradientChunks chunks) => new ReadOnlySpan<float>(chunks.Data, chunks.Count * (int)chunks.Stride).ToArray();
}
