using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class DepthwiseTests
{
    private const int Images = 2;

    public static TheoryData<string> Geometries => [.. Windows.All.Keys];

    public static TheoryData<int> ColumnCounts => [.. Numbers.ColumnCounts];

    [Theory]
    [MemberData(nameof(Geometries))]
    public void All_three_passes_are_exact_for_whole_numbers_whatever_the_geometry(string geometry)
    {
        foreach (var (channels, multiplier) in new[] { (1, 1), (5, 1), (16, 1), (37, 1), (3, 2), (17, 3), (16, 4) })
        {
            Check(Windows.All[geometry], channels, multiplier);
        }
    }

    [Theory]
    [MemberData(nameof(ColumnCounts))]
    public void All_three_passes_are_exact_around_all_edges_of_panels(int channels)
    {
        Check(Windows.All["same"], channels, 1);
        Check(Windows.All["strided"], channels, 2);
    }

    [Fact]
    public void Rows_of_every_length_are_exact()
    {
        foreach (int width in Numbers.RowCounts)
        {
            Check(new Window((3, width), (3, 3), (3, width)) { Pad = (1, 1) }, 4, 1);
        }
    }

    [Fact]
    public void A_link_sees_the_line_and_column_of_its_output_whether_light_or_heavy()
    {
        foreach (int multiplier in new[] { 1, 2 })
        {
            KernelMemory memory = new();
            Window window = Windows.All["strided"];
            int lines = Images * window.OutputPositions, inputs = Images * window.InputPositions;
            float[,] images = Numbers.Whole(inputs, 20, 1), weights = Numbers.Whole(20 * multiplier, window.Taps, 2);
            float[,] addend = Numbers.Whole(lines, 20 * multiplier, 3), other = Numbers.Whole(inputs, 20, 4);
            Tensor light = memory.Padded(lines, 20 * multiplier), heavy = memory.Padded(lines, 20 * multiplier), back = memory.Padded(inputs, 20);
            Tensor input = memory.Padded(images), sum = memory.Padded(addend);
            PackedMatrix packed = memory.Packed(weights);

            Depthwise.Run(Images, input, packed, window, light, new AddTensor(sum));
            Depthwise.Run(Images, input, packed, window, heavy, Epilogue.Chain(new AddTensor(sum), default(GELU)));
            DepthwiseInputGradient.Run(Images, sum, packed, window, back, new AddTensor(memory.Padded(other)));

            double[,] expected = NaiveConvolution.Forward(window, images, weights, 20);
            double[,] gradient = NaiveConvolution.InputGradient(window, addend, weights, 20, 20);
            for (int line = 0; line < lines; line++)
            {
                for (int column = 0; column < 20 * multiplier; column++)
                {
                    Assert.Equal(expected[line, column] + addend[line, column], light.FromRow(line).Data[column]);
                }
            }

            Elementwise.Run(lines, light, light, default(GELU));
            Assert.Equal(KernelMemory.Read(light, lines), KernelMemory.Read(heavy, lines));
            for (int line = 0; line < inputs; line++)
            {
                for (int column = 0; column < 20; column++)
                {
                    Assert.Equal(gradient[line, column] + other[line, column], back.FromRow(line).Data[column]);
                }
            }
        }
    }

    [Fact]
    public void Several_outputs_a_channel_do_not_drift_over_a_hundred_thousand_positions()
    {
        foreach (int multiplier in new[] { 1, 2 })
        {
            KernelMemory memory = new();
            Window window = new((56, 56), (3, 3), (56, 56)) { Pad = (1, 1) };
            float[,] input = Numbers.Small(32 * window.InputPositions, 2, 1), gradient = Numbers.Small(32 * window.OutputPositions, 2 * multiplier, 2);
            for (int i = 0; i < gradient.GetLength(0); i++)
            {
                gradient[i, 0] += 3;
                input[i, 0] += 3;
            }

            GradientChunks chunk = memory.Chunks(1, window.Taps, 2 * multiplier, 1);
            DepthwiseWeightGradient.SumChunk(32, memory.Padded(input), memory.Padded(gradient), window, new(0, chunk.Panels), chunk);

            double[,] exact = NaiveConvolution.WeightGradient(window, input, gradient, 2);
            float[,] actual = KernelMemory.Read(new PackedMatrix(chunk.Data, window.Taps, 2 * multiplier));
            double scale = exact.Cast<double>().Max(Math.Abs);
            Assert.All(exact.Cast<double>().Zip(actual.Cast<float>()), pair => Assert.InRange(Math.Abs(pair.First - pair.Second) / scale, 0, 1e-6));
        }
    }

    private static void Check(Window window, int channels, int multiplier)
    {
        KernelMemory memory = new();
        int outputs = channels * multiplier, inputLines = Images * window.InputPositions, outputLines = Images * window.OutputPositions;
        float[,] images = Numbers.Whole(inputLines, channels, 1), weights = Numbers.Whole(outputs, window.Taps, 2);
        float[,] slopes = Numbers.Whole(outputLines, outputs, 3);
        Tensor input = memory.Padded(images), gradient = memory.Padded(slopes);
        Tensor output = memory.Padded(outputLines, outputs), inputGradient = memory.Padded(inputLines, channels);
        PackedMatrix packed = memory.Packed(weights);
        GradientChunks chunk = memory.Chunks(1, window.Taps, outputs, 1);

        Depthwise.Run(Images, input, packed, window, output, default(None));
        DepthwiseInputGradient.Run(Images, gradient, packed, window, inputGradient, default(None));
        DepthwiseWeightGradient.SumChunk(Images, input, gradient, window, new(0, chunk.Panels), chunk);

        AssertEqual(NaiveConvolution.Forward(window, images, weights, channels), KernelMemory.Read(output, outputLines));
        AssertEqual(NaiveConvolution.InputGradient(window, slopes, weights, channels, channels), KernelMemory.Read(inputGradient, inputLines));
        AssertEqual(
            NaiveConvolution.WeightGradient(window, images, slopes, channels), KernelMemory.Read(new PackedMatrix(chunk.Data, window.Taps, outputs)));
        for (int column = 0; column < outputs; column++)
        {
            Assert.Equal(Enumerable.Range(0, outputLines).Sum(line => slopes[line, column]), chunk.Data[chunk.BiasOffset + column]);
        }

        // Zeros meet zeros in the padding: nothing else may come of it.
        Assert.All(KernelMemory.Padding(output, outputLines - 1), padding => Assert.Equal(0f, padding));
        Assert.All(KernelMemory.Padding(inputGradient, 0), padding => Assert.Equal(0f, padding));
        KernelMemory.AssertNothingBehindRows(output, outputLines);
        KernelMemory.AssertNothingBehindRows(inputGradient, inputLines);
        for (int i = 0; i < (int)chunk.Stride; i++)
        {
            Assert.True(float.IsFinite(chunk.Data[i]));
        }

        Assert.True(float.IsNaN(chunk.Data[chunk.Stride]));
    }

    private static void AssertEqual(double[,] expected, float[,] actual) =>
        Assert.Equal(expected.Cast<double>(), actual.Cast<float>().Select(number => (double)number));
}
