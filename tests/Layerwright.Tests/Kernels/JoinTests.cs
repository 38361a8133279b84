using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>Concatenations and gates against naive twins.</summary>
[Trait("Kernels", "EveryWidth")]
public class JoinTests
{
    private const int Rows = 3;

    public static TheoryData<int, int, int, int> Parts => new()
    {
        { 1, 1, 0, 0 },
        { 8, 1, 1, 0 },
        { 16, 16, 0, 0 },
        { 17, 3, 32, 5 },
        { 15, 17, 1, 40 },
        { 3, 130, 2, 2 },
    };

    public static TheoryData<int, int> Images
    {
        get
        {
            TheoryData<int, int> images = [];
            foreach (int positions in new[] { 1, 2, 9, 64, 145 })
            {
                foreach (int channels in new[] { 1, 5, 16, 33 })
                {
                    images.Add(positions, channels);
                }
            }

            return images;
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Channels_are_joined_in_the_order_of_the_parts_and_nothing_is_written_behind_a_line(int first, int second, int third, int fourth)
    {
        KernelMemory memory = new();
        int[] widths = [first, second, third, fourth];
        float[][,] parts = [.. widths.Where(width => width > 0).Select((width, i) => Numbers.Small(Rows, width, i))];
        Tensor[] tensors = [.. parts.Select(memory.Padded)];
        Tensor plain = memory.Padded(Rows, widths.Sum()), bent = memory.Padded(Rows, widths.Sum());

        Join(tensors, plain, default(None));
        Join(tensors, bent, new LeakyReLU(0.5f));

        for (int row = 0; row < Rows; row++)
        {
            float[] expected = [.. parts.SelectMany(part => Enumerable.Range(0, part.GetLength(1)).Select(column => part[row, column]))];
            Assert.Equal(expected, plain.FromRow(row).Row(0).ToArray());
            Assert.Equal(expected.Select(x => x > 0 ? x : 0.5f * x), bent.FromRow(row).Row(0).ToArray());
            Assert.All(KernelMemory.Padding(plain, row), padding => Assert.Equal(0f, padding));
        }

        KernelMemory.AssertNothingBehindRows(plain, Rows);
        KernelMemory.AssertNothingBehindRows(bent, Rows);
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Each_part_takes_its_channels_of_the_gradient(int first, int second, int third, int fourth)
    {
        KernelMemory memory = new();
        int[] widths = [first, second, third, fourth];
        float[,] gradient = Numbers.Small(Rows, widths.Sum(), 1);
        int column = 0;
        foreach (int width in widths.Where(width => width > 0))
        {
            float[,] addend = Numbers.Small(Rows, width, 2);
            Tensor part = memory.Padded(Rows, width);

            Concatenation.Part(Rows, memory.Padded(gradient), column, part, new AddTensor(memory.Padded(addend)));

            for (int row = 0; row < Rows; row++)
            {
                float[] expected = [.. Enumerable.Range(0, width).Select(i => gradient[row, column + i] + addend[row, i])];
                Assert.Equal(expected, part.FromRow(row).Row(0).ToArray());
                Assert.All(KernelMemory.Padding(part, row), padding => Assert.Equal(0f, padding));
            }

            KernelMemory.AssertNothingBehindRows(part, Rows);
            column += width;
        }
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void A_gate_multiplies_every_position_of_a_channel_by_one_number(int positions, int channels)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Small(Rows * positions, channels, 1), factor = Numbers.Small(Rows, channels, 2);
        Tensor output = memory.Padded(Rows * positions, channels);

        ChannelGate.Run(Rows, memory.Padded(input), memory.Padded(factor), positions, output, new AddTensor(memory.Padded(input)));

        for (int line = 0; line < Rows * positions; line++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double expected = ((double)input[line, channel] * factor[line / positions, channel]) + input[line, channel];
                Assert.Equal(expected, output.FromRow(line).Row(0)[channel], 1e-6);
            }

            Assert.All(KernelMemory.Padding(output, line), padding => Assert.Equal(0f, padding));
        }

        KernelMemory.AssertNothingBehindRows(output, Rows * positions);
    }

    [Theory]
    [MemberData(nameof(Images))]
    public void The_gradient_of_a_gates_number_is_summed_over_its_positions(int positions, int channels)
    {
        KernelMemory memory = new();
        float[,] gradient = Numbers.Small(Rows * positions, channels, 1), input = Numbers.Small(Rows * positions, channels, 2);
        Tensor output = memory.Padded(Rows, channels);

        ChannelGate.Gradient(Rows, memory.Padded(gradient), memory.Padded(input), positions, output, new LeakyReLU(0.5f));

        for (int row = 0; row < Rows; row++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double sum = Enumerable.Range(row * positions, positions).Sum(line => (double)gradient[line, channel] * input[line, channel]);
                Assert.Equal(sum > 0 ? sum : 0.5 * sum, output.FromRow(row).Row(0)[channel], 1e-5 * Math.Sqrt(positions));
            }

            Assert.All(KernelMemory.Padding(output, row), padding => Assert.Equal(0f, padding));
        }

        KernelMemory.AssertNothingBehindRows(output, Rows);
    }

    [Theory]
    [InlineData(0, 1, 5, 0)]
    [InlineData(0, 4, 6, 0)]
    [InlineData(3, 9, 2, 4)]
    [InlineData(16, 5, 17, 1)]
    public void A_run_of_features_is_transposed_and_the_others_stay(int column, int positions, int channels, int behind)
    {
        KernelMemory memory = new();
        int length = column + (positions * channels) + behind;
        float[,] input = Numbers.Small(Rows, length, 1), addend = Numbers.Small(Rows, length, 2);
        Tensor plain = memory.Padded(Rows, length), sum = memory.Padded(Rows, length), back = memory.Padded(Rows, length);

        Segment.Transpose(Rows, memory.Padded(input), column, positions, channels, plain, default(None));
        Segment.Transpose(Rows, memory.Padded(input), column, positions, channels, sum, new AddTensor(memory.Padded(addend)));
        Segment.Transpose(Rows, plain, column, channels, positions, back, default(None));

        for (int row = 0; row < Rows; row++)
        {
            for (int i = 0; i < length; i++)
            {
                int at = i - column;
                bool isInside = at >= 0 && at < positions * channels;
                float expected = input[row, isInside ? column + (at % positions * channels) + (at / positions) : i];
                Assert.Equal(expected, plain.FromRow(row).Row(0)[i]);
                Assert.Equal(expected + addend[row, i], sum.FromRow(row).Row(0)[i]);
            }

            Assert.All(KernelMemory.Padding(plain, row), padding => Assert.Equal(0f, padding));
        }

        Assert.Equal(input, KernelMemory.Read(back, Rows));
        KernelMemory.AssertNothingBehindRows(sum, Rows);
    }

    private static void Join<TEpilogue>(Tensor[] parts, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        switch (parts)
        {
            case [var first, var second]:
                Concatenation.Run(Rows, first, second, output, epilogue);
                break;
            case [var first, var second, var third]:
                Concatenation.Run(Rows, first, second, third, output, epilogue);
                break;
            default:
                Concatenation.Run(Rows, parts[0], parts[1], parts[2], parts[3], output, epilogue);
                break;
        }
    }
}
