using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class WinogradTests
{
    private const int Cases = 12;

    private static readonly int[] Widths = [1, 3, 4, 8, 9, 16, 17, 32, 33, 50, 66];

    public static TheoryData<int, int> Seeds
    {
        get
        {
            TheoryData<int, int> data = [];
            for (int seed = 0; seed < 8; seed++)
            {
                data.Add(2, seed);
                data.Add(4, seed);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_convolution_of_whole_numbers_is_that_of_its_definition_whatever_its_size_and_padding(int size, int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(drawn.InputLines, drawn.Channels, 1), weights = Numbers.Whole(drawn.Filters, 9 * drawn.Channels, 2);
            Tensor output = memory.Padded(drawn.OutputLines, drawn.Filters);

            SizedWinograd.Run(
                size,
                drawn.Images,
                memory.Padded(input),
                SizedWinograd.Transformed(size, memory, weights),
                drawn.Window,
                Scratch(size, memory, drawn, seed),
                output,
                default(None));

            Check(size, drawn, drawn.Forward(input, weights), output, drawn.OutputLines);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void With_turned_weights_it_is_the_adjoint(int size, int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] gradient = Numbers.Whole(drawn.OutputLines, drawn.Filters, 1), weights = Numbers.Whole(drawn.Filters, 9 * drawn.Channels, 2);
            Tensor inputGradient = memory.Padded(drawn.InputLines, drawn.Channels);
            PackedMatrix turned = SizedWinograd.Turned(size, memory, weights);
            Window window = drawn.Window;
            Window adjoint = new(window.Output, (3, 3), window.Input) { Pad = (2 - window.Pad.Height, 2 - window.Pad.Width) };
            WindowCase backward = new(drawn.Images, drawn.Filters, drawn.Channels, adjoint);
            SizedWinograd.Run(
                size, drawn.Images, memory.Padded(gradient), turned, adjoint, Scratch(size, memory, backward, seed), inputGradient, default(None));

            Check(size, drawn, drawn.Adjoint(gradient, weights), inputGradient, drawn.InputLines);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Epilogues_and_observers_see_each_element_at_its_place(int size, int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(drawn.InputLines, drawn.Channels, 1), bias = Numbers.Whole(1, drawn.Filters, 3);
            float[,] weights = Numbers.Whole(drawn.Filters, 9 * drawn.Channels, 2), residual = Numbers.Whole(drawn.OutputLines, drawn.Filters, 4);
            Tensor light = memory.Padded(drawn.OutputLines, drawn.Filters), kept = memory.Padded(drawn.OutputLines, drawn.Filters);
            Tensor heavy = memory.Padded(drawn.OutputLines, drawn.Filters), sums = memory.Padded(2, drawn.Filters);
            Tensor from = memory.Padded(input), addend = memory.Padded(residual), scratch = Scratch(size, memory, drawn, seed);
            PackedMatrix transformed = SizedWinograd.Transformed(size, memory, weights);

            SizedWinograd.Run(
                size, drawn.Images, from, transformed, drawn.Window, scratch, light,
                Epilogue.Chain(new AddBias(memory.Padded(bias)), new AddTensor(addend), default(ReLU)));
            SizedWinograd.Run(
                size, drawn.Images, from, transformed, drawn.Window, scratch, heavy,
                Epilogue.Chain(new Keep(kept), new AddTensor(addend), default(HardSigmoid), default(Tanh)),
                new GatherStatistics(kept, sums));

            float[,] expected = drawn.Forward(input, weights), lights = KernelMemory.Read(light, drawn.OutputLines);
            float[,] keeps = KernelMemory.Read(kept, drawn.OutputLines), heavies = KernelMemory.Read(heavy, drawn.OutputLines);
            float[,] means = KernelMemory.Read(sums, 1);
            double tolerance = SizedWinograd.WholeTolerance(size);
            for (int column = 0; column < drawn.Filters; column++)
            {
                double sum = 0;
                for (int line = 0; line < drawn.OutputLines; line++)
                {
                    float value = expected[line, column];
                    sum += value;
                    AssertNear(Math.Max(0, value + bias[0, column] + residual[line, column]), lights[line, column], tolerance);
                    AssertNear(value, keeps[line, column], tolerance);
                    Assert.Equal(Math.Tanh(Math.Clamp((keeps[line, column] + residual[line, column]) / 6 + 0.5, 0, 1)), heavies[line, column], 2e-6);
                }

                Assert.Equal(sum / drawn.OutputLines, means[0, column], 1e-4 + tolerance);
            }

            KernelMemory.AssertNothingBehindRows(kept, drawn.OutputLines);
            KernelMemory.AssertNothingBehindRows(heavy, drawn.OutputLines);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void What_it_works_on_at_a_time_changes_no_bit(int size)
    {
        WindowCase same = new(5, 20, 33, new Window((9, 12), (3, 3), (9, 12)) { Pad = (1, 1) });
        float[,] input = Numbers.Small(same.InputLines, 20, 1), weights = Numbers.Small(33, 180, 2);
        float[,]? first = null;
        for (int tiles = 1; tiles <= 40; tiles++)
        {
            KernelMemory memory = new();
            Tensor output = memory.Padded(same.OutputLines, 33);

            SizedWinograd.Run(
                size,
                5,
                memory.Padded(input),
                SizedWinograd.Transformed(size, memory, weights),
                same.Window,
                SizedWinograd.Room(size, memory, 20, 33, 12, tiles),
                output,
                default(ReLU));

            float[,] actual = KernelMemory.Read(output, same.OutputLines);
            first ??= actual;
            Assert.Equal(first, actual);
        }
    }

    private static IEnumerable<WindowCase> Draw(int seed) => Enumerable.Range(seed * Cases, Cases).Select(number =>
    {
        Random random = new(number);
        (int Height, int Width) pad = (random.Next(4), random.Next(4)), end = (random.Next(4), random.Next(4));
        (int Height, int Width) input = (random.Next(3, 13), random.Next(3, 21));
        Window window = new(input, (3, 3), (input.Height + pad.Height + end.Height - 2, input.Width + pad.Width + end.Width - 2)) { Pad = pad };
        return new WindowCase(random.Next(1, 7), Widths[random.Next(Widths.Length)], Widths[random.Next(Widths.Length)], window);
    });

    private static Tensor Scratch(int size, KernelMemory memory, WindowCase drawn, int seed) =>
        SizedWinograd.Room(size, memory, drawn.Channels, drawn.Filters, drawn.Window.Input.Width, new[] { 1, 5, 24, 50 }[seed % 4]);

    private static void AssertNear(double expected, double actual, double tolerance) =>
        Assert.InRange(actual - expected, -tolerance, tolerance);

    private static void Check(int size, WindowCase drawn, float[,] expected, Tensor output, int lines)
    {
        float[,] actual = KernelMemory.Read(output, lines);
        double tolerance = SizedWinograd.WholeTolerance(size);
        for (int line = 0; line < lines; line++)
        {
            for (int column = 0; column < output.Columns; column++)
            {
                Assert.True(Math.Abs(expected[line, column] - actual[line, column]) <= tolerance, $"{drawn}, line {line}, column {column}: {actual[line, column]}");
            }

            Assert.All(KernelMemory.Padding(output, line), zero => Assert.Equal(0f, zero));
        }

        KernelMemory.AssertNothingBehindRows(output, lines);
    }
}
