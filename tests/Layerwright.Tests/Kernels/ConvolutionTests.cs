using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class ConvolutionTests
{
    private const int Cases = 25;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_convolution_is_exact_for_whole_numbers_whatever_its_window(int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(drawn.InputLines, drawn.Channels, 1);
            float[,] weights = Numbers.Whole(drawn.Filters, drawn.Window.Taps * drawn.Channels, 2);
            Tensor output = memory.Padded(drawn.OutputLines, drawn.Filters);
            Tensor from = seed % 2 == 0 ? memory.Unpadded(input) : memory.Padded(input);

            Convolution.Run(drawn.Images, from, memory.Packed(weights), drawn.Window, output, default(None));

            Check(drawn, drawn.Forward(input, weights), output, drawn.OutputLines);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_input_gradient_is_the_adjoint_whatever_the_window(int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] gradient = Numbers.Whole(drawn.OutputLines, drawn.Filters, 1);
            float[,] weights = Numbers.Whole(drawn.Filters, drawn.Window.Taps * drawn.Channels, 2);
            Tensor inputGradient = memory.Padded(drawn.InputLines, drawn.Channels);

            ConvolutionInputGradient.Run(
                drawn.Images, memory.Padded(gradient), memory.Packed(Turned(drawn, weights)), drawn.Window, inputGradient, default(None));

            Check(drawn, drawn.Adjoint(gradient, weights), inputGradient, drawn.InputLines);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Epilogues_and_observers_see_each_element_at_its_place(int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(drawn.InputLines, drawn.Channels, 1), bias = Numbers.Whole(1, drawn.Filters, 3);
            float[,] weights = Numbers.Whole(drawn.Filters, drawn.Window.Taps * drawn.Channels, 2);
            float[,] residual = Numbers.Whole(drawn.OutputLines, drawn.Filters, 4), expected = drawn.Forward(input, weights);
            Tensor light = memory.Padded(drawn.OutputLines, drawn.Filters), kept = memory.Padded(drawn.OutputLines, drawn.Filters);
            Tensor heavy = memory.Padded(drawn.OutputLines, drawn.Filters), sums = memory.Padded(2, drawn.Filters);
            Tensor from = memory.Padded(input), addend = memory.Padded(residual);
            PackedMatrix packed = memory.Packed(weights);

            Convolution.Run(
                drawn.Images, from, packed, drawn.Window, light, Epilogue.Chain(new AddBias(memory.Padded(bias)), new AddTensor(addend), default(ReLU)));
            Convolution.Run(
                drawn.Images, from, packed, drawn.Window, heavy, Epilogue.Chain(new Keep(kept), new AddTensor(addend), default(HardSigmoid), default(Tanh)),
                new GatherStatistics(kept, sums));

            float[,] lights = KernelMemory.Read(light, drawn.OutputLines), keeps = KernelMemory.Read(kept, drawn.OutputLines);
            float[,] heavies = KernelMemory.Read(heavy, drawn.OutputLines), means = KernelMemory.Read(sums, 1);
            for (int column = 0; column < drawn.Filters; column++)
            {
                double sum = 0;
                for (int line = 0; line < drawn.OutputLines; line++)
                {
                    float value = expected[line, column];
                    sum += value;
                    Assert.Equal(Math.Max(0, value + bias[0, column] + residual[line, column]), lights[line, column]);
                    Assert.Equal(value, keeps[line, column]);
                    Assert.Equal(Math.Tanh(Math.Clamp((value + residual[line, column]) / 6 + 0.5, 0, 1)), heavies[line, column], 2e-6);
                }

                Assert.Equal(sum / drawn.OutputLines, means[0, column], 1e-4);
            }

            KernelMemory.AssertNothingBehindRows(kept, drawn.OutputLines);
            KernelMemory.AssertNothingBehindRows(heavy, drawn.OutputLines);
        }
    }

    [Fact]
    public void NaN_reaches_exactly_the_places_whose_taps_see_it()
    {
        KernelMemory memory = new();
        WindowCase same = new(2, 3, 7, new Window((5, 6), (3, 3), (5, 6)) { Pad = (1, 1) });
        float[,] input = Numbers.Whole(same.InputLines, 3, 1);
        const int Poisoned = 30 + 2 * 6;
        input[Poisoned, 1] = float.NaN;
        Tensor output = memory.Padded(same.OutputLines, 7);

        Convolution.Run(2, memory.Unpadded(input), memory.Packed(Numbers.Whole(7, 27, 2)), same.Window, output, default(ReLU));

        HashSet<int> reached = [.. same.Taps().Where(tap => tap.InputLine == Poisoned).Select(tap => tap.OutputLine)];
        Assert.Equal(6, reached.Count);
        float[,] actual = KernelMemory.Read(output, same.OutputLines);
        Assert.All(Enumerable.Range(0, same.OutputLines), line => Assert.Equal(reached.Contains(line), float.IsNaN(actual[line, 6])));
    }

    private static IEnumerable<WindowCase> Draw(int seed) => Enumerable.Range(seed * Cases, Cases).Select(WindowCase.Draw);

    private static void Check(WindowCase drawn, float[,] expected, Tensor output, int lines)
    {
        float[,] actual = KernelMemory.Read(output, lines);
        for (int line = 0; line < lines; line++)
        {
            for (int column = 0; column < output.Columns; column++)
            {
                Assert.True(expected[line, column] == actual[line, column], $"{drawn}, line {line}, column {column}: {actual[line, column]}");
            }

            Assert.All(KernelMemory.Padding(output, line), zero => Assert.Equal(0f, zero));
        }

        KernelMemory.AssertNothingBehindRows(output, lines);
    }

    private static float[,] Turned(WindowCase drawn, float[,] weights)
    {
        int taps = drawn.Window.Taps;
        float[,] turned = new float[drawn.Channels, taps * drawn.Filters];
        for (int tap = 0; tap < taps; tap++)
        {
            for (int filter = 0; filter < drawn.Filters; filter++)
            {
                for (int channel = 0; channel < drawn.Channels; channel++)
                {
                    turned[channel, (taps - 1 - tap) * drawn.Filters + filter] = weights[filter, tap * drawn.Channels + channel];
                }
            }
        }

        return turned;
    }
}
