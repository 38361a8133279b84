using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public unsafe class WinogradWeightGradientTests
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
    public void Of_whole_numbers_it_is_that_of_its_definition_whatever_the_size_and_padding(int size, int seed)
    {
        foreach (WindowCase drawn in Draw(seed))
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Whole(drawn.InputLines, drawn.Channels, 1), gradient = Numbers.Whole(drawn.OutputLines, drawn.Filters, 2);
            GradientChunks chunks = Sums(size, memory, drawn, input, gradient, new[] { 1, 5, 24, 50 }[seed % 4], cuts: 1);
            PackedMatrix weights = memory.Packed(9 * drawn.Channels, drawn.Filters);
            Tensor bias = memory.Padded(1, drawn.Filters);

            SizedWinograd.AddUpWithBias(size, chunks, new StoringSink(weights.Data), new StoringSink(bias.Data));

            double tolerance = SizedWinograd.WholeTolerance(size);
            double[,] expected = NaiveConvolution.WeightGradient(drawn.Window, input, gradient, 1);
            float[,] actual = KernelMemory.Read(weights), sums = KernelMemory.Read(bias, 1);
            for (int filter = 0; filter < drawn.Filters; filter++)
            {
                for (int k = 0; k < 9 * drawn.Channels; k++)
                {
                    Assert.True(Math.Abs(expected[filter, k] - actual[filter, k]) <= tolerance, $"{drawn}, filter {filter}, weight {k}: {actual[filter, k]}, not {expected[filter, k]}");
                }

                Assert.Equal(Enumerable.Range(0, drawn.OutputLines).Sum(line => gradient[line, filter]), sums[0, filter]);
            }

            for (int output = drawn.Filters; output < PanelLayout.RoundUp(drawn.Filters); output++)
            {
                for (int k = 0; k < 9 * drawn.Channels; k++)
                {
                    Assert.Equal(0f, weights.Data[PanelLayout.Offset(k, output, 9 * drawn.Channels, drawn.Filters)]);
                }
            }

            KernelMemory.AssertNothingBehindRows(bias, 1);
        }
    }

    [Theory]
    [InlineData(2, 1e-6)]
    [InlineData(4, 2e-6)]
    public void Chunks_and_panels_meet_in_the_sink_in_their_order(int size, double error)
    {
        WindowCase drawn = new(7, 20, 70, new Window((9, 12), (3, 3), (9, 12)) { Pad = (1, 1) });
        KernelMemory memory = new();
        float[,] input = Numbers.Small(drawn.InputLines, 20, 1), gradient = Numbers.Small(drawn.OutputLines, 70, 2);
        GradientChunks chunks = Sums(size, memory, drawn, input, gradient, 24, cuts: 3);
        PackedMatrix together = memory.Packed(180, 70), apart = memory.Packed(180, 70);

        SizedWinograd.AddUp(size, chunks, new(0, chunks.Panels), new StoringSink(together.Data));
        for (int panel = chunks.Panels - 1; panel >= 0; panel--)
        {
            SizedWinograd.AddUp(size, chunks, new(panel, 1), new StoringSink(apart.Data));
        }

        float[,] actual = KernelMemory.Read(together);
        Assert.Equal(actual, KernelMemory.Read(apart));
        double[,] exact = NaiveConvolution.WeightGradient(drawn.Window, input, gradient, 1);
        double scale = exact.Cast<double>().Max(Math.Abs);
        for (int filter = 0; filter < 70; filter++)
        {
            for (int k = 0; k < 180; k++)
            {
                Assert.InRange(Math.Abs(exact[filter, k] - actual[filter, k]) / scale, 0, error);
            }
        }
    }

    [Theory]
    [InlineData(2, 2e-6)]
    [InlineData(4, 4e-6)]
    public void Sums_over_a_hundred_thousand_positions_do_not_drift(int size, double error)
    {
        WindowCase drawn = new(32, 2, 3, new Window((56, 56), (3, 3), (56, 56)) { Pad = (1, 1) });
        KernelMemory memory = new();
        float[,] input = Numbers.Small(drawn.InputLines, 2, 1), gradient = Numbers.Small(drawn.OutputLines, 3, 2);
        for (int i = 0; i < gradient.GetLength(0); i++)
        {
            // A mean far from zero: what drifts in a long sum of floats.
            gradient[i, 0] += 3;
            input[i, 0] += 3;
        }

        GradientChunks chunks = Sums(size, memory, drawn, input, gradient, 64, cuts: 1);
        PackedMatrix weights = memory.Packed(18, 3);
        SizedWinograd.AddUp(size, chunks, new(0, chunks.Panels), new StoringSink(weights.Data));

        double[,] exact = NaiveConvolution.WeightGradient(drawn.Window, input, gradient, 1);
        float[,] actual = KernelMemory.Read(weights);
        double scale = exact.Cast<double>().Max(Math.Abs);
        for (int filter = 0; filter < 3; filter++)
        {
            for (int k = 0; k < 18; k++)
            {
                Assert.InRange(Math.Abs(exact[filter, k] - actual[filter, k]) / scale, 0, error);
            }
        }
    }

    /// <summary>The images in so many chunks, summed with room for some tiles.</summary>
    private static GradientChunks Sums(
        int size, KernelMemory memory, WindowCase drawn, float[,] input, float[,] gradient, int tiles, int cuts)
    {
        Tensor scratch = SizedWinograd.Room(size, memory, drawn.Channels, drawn.Filters, drawn.Window.Input.Width, tiles), inputs = memory.Padded(input), gradients = memory.Padded(gradient);
        GradientChunks chunks = memory.Chunks(cuts, SizedWinograd.Frequencies(size) * drawn.Channels, drawn.Filters, 1);
        for (int chunk = 0; chunk < cuts; chunk++)
        {
            int first = drawn.Images * chunk / cuts, end = drawn.Images * (chunk + 1) / cuts;
            SizedWinograd.SumChunk(
                size,
                end - first,
                inputs.FromRow(first * drawn.Window.InputPositions),
                gradients.FromRow(first * drawn.Window.OutputPositions),
                drawn.Window,
                scratch,
                chunks.At(chunk));
        }

        return chunks;
    }

    private static IEnumerable<WindowCase> Draw(int seed) => Enumerable.Range(seed * Cases, Cases).Select(number =>
    {
        Random random = new(number);
        (int Height, int Width) pad = (random.Next(4), random.Next(4)), end = (random.Next(4), random.Next(4));
        (int Height, int Width) input = (random.Next(3, 13), random.Next(3, 21));
        Window window = new(input, (3, 3), (input.Height + pad.Height + end.Height - 2, input.Width + pad.Width + end.Width - 2)) { Pad = pad };
        return new WindowCase(random.Next(1, 7), Widths[random.Next(Widths.Length)], Widths[random.Next(Widths.Length)], window);
    });
}
