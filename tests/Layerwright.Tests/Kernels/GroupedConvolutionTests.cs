using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class GroupedConvolutionTests
{
    private const int Images = 2;

    public static TheoryData<string> Geometries => [.. Windows.All.Keys];

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Forward_and_input_gradient_are_exact_for_whole_numbers_and_keep_to_their_groups(string geometry)
    {
        Window window = Windows.All[geometry];
        foreach (var (groups, channels, filters) in new[] { (2, 4, 6), (3, 3, 3), (4, 64, 64), (2, 10, 34), (5, 5, 80), (2, 2, 66), (2, 66, 2) })
        {
            KernelMemory memory = new();
            int inputLines = Images * window.InputPositions, outputLines = Images * window.OutputPositions;
            float[,] images = Numbers.Whole(inputLines, channels, 1), weights = Numbers.Whole(filters, window.Taps * channels / groups, 2);
            float[,] slopes = Numbers.Whole(outputLines, filters, 3), addend = Numbers.Whole(outputLines, filters, 4);
            PackedMatrix packed = memory.Packed(weights, groups), turned = memory.Turned(weights, window.Taps, groups);
            Tensor output = memory.Padded(outputLines, filters), inputGradient = memory.Padded(inputLines, channels);

            Convolution.Run(Images, memory.Unpadded(images), packed, window, output, new AddTensor(memory.Padded(addend)));
            ConvolutionInputGradient.Run(Images, memory.Padded(slopes), turned, window, inputGradient, default(None));

            float[,] found = KernelMemory.Read(output, outputLines);
            double[,] forward = NaiveConvolution.Forward(window, images, weights, groups);
            for (int line = 0; line < outputLines; line++)
            {
                for (int filter = 0; filter < filters; filter++)
                {
                    Assert.Equal(forward[line, filter] + addend[line, filter], found[line, filter]);
                }
            }

            Assert.Equal(
                NaiveConvolution.InputGradient(window, slopes, weights, channels, groups).Cast<double>(),
                KernelMemory.Read(inputGradient, inputLines).Cast<float>().Select(number => (double)number));
            Assert.All(KernelMemory.Padding(output, 0), padding => Assert.Equal(0f, padding));
            Assert.All(KernelMemory.Padding(inputGradient, inputLines - 1), padding => Assert.Equal(0f, padding));
            KernelMemory.AssertNothingBehindRows(output, outputLines);
            KernelMemory.AssertNothingBehindRows(inputGradient, inputLines);
        }
    }

    [Fact]
    public void A_heavy_epilogue_follows_all_groups()
    {
        KernelMemory memory = new();
        Window window = Windows.All["same"];
        int lines = Images * window.OutputPositions;
        float[,] images = Numbers.Whole(Images * window.InputPositions, 6, 1), weights = Numbers.Small(9, window.Taps * 2, 2);
        Tensor plain = memory.Padded(lines, 9), bent = memory.Padded(lines, 9), expected = memory.Padded(lines, 9);
        PackedMatrix packed = memory.Packed(weights, 3);

        Convolution.Run(Images, memory.Padded(images), packed, window, plain, default(None));
        Convolution.Run(Images, memory.Padded(images), packed, window, bent, default(GELU));

        Elementwise.Run(lines, plain, expected, default(GELU));
        Assert.Equal(KernelMemory.Read(expected, lines), KernelMemory.Read(bent, lines));
    }
}
