using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>How far minimal filtering is from exact, as its documentation says.</summary>
[Trait("Kernels", "EveryWidth")]
public unsafe class WinogradErrorTests
{
    private const int Size = 9, Filters = 17;

    private static readonly double Near = Math.Sqrt(0.5), Far = Math.Sqrt(2);

    private static readonly Matrices Two = new(
        14,
        new double[,] { { 1, 0, -1, 0 }, { 0, 1, 1, 0 }, { 0, -1, 1, 0 }, { 0, 1, 0, -1 } },
        new[,] { { 1, 0, 0 }, { 0.5, 0.5, 0.5 }, { 0.5, -0.5, 0.5 }, { 0, 0, 1 } },
        new double[,] { { 1, 1, 1, 0 }, { 0, 1, -1, -1 } });

    private static readonly Matrices Four = new(
        30,
        new[,]
        {
            { 1, 0, -2.5, 0, 1, 0 }, { 0, -Far, -2, Near, 1, 0 }, { 0, Far, -2, -Near, 1, 0 },
            { 0, -Near, -0.5, Far, 1, 0 }, { 0, Near, -0.5, -Far, 1, 0 }, { 0, 1, 0, -2.5, 0, 1 },
        },
        new[,]
        {
            { 1, 0, 0 }, { -2 / 3.0, -2 / 3.0 * Near, -1 / 3.0 }, { -2 / 3.0, 2 / 3.0 * Near, -1 / 3.0 },
            { 1 / 6.0, Far / 6, 1 / 3.0 }, { 1 / 6.0, -Far / 6, 1 / 3.0 }, { 0, 0, 1 },
        },
        new[,]
        {
            { 1, 1, 1, 1, 1, 0 }, { 0, Near, -Near, Far, -Far, 0 }, { 0, 0.5, 0.5, 2, 2, 0 }, { 0, Near / 2, -Near / 2, 2 * Far, -2 * Far, 1 },
        });

    [Theory]
    [InlineData(2, 1, 1f)]
    [InlineData(2, 16, 1f)]
    [InlineData(2, 64, 1f)]
    [InlineData(2, 16, 1e6f)]
    [InlineData(4, 1, 1f)]
    [InlineData(4, 16, 1f)]
    [InlineData(4, 64, 1f)]
    [InlineData(4, 16, 1e6f)]
    public void No_output_is_further_from_exact_than_the_bound(int size, int channels, float largest)
    {
        // With a large factor on every fourth input, tiles hold both: there the bound is far above the error of summing directly.
        float[,] input = Numbers.Small(Size * Size, channels, 1), weights = Numbers.Small(Filters, 9 * channels, 2);
        for (int line = 0; line < Size * Size; line += 4)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                input[line, channel] *= largest;
            }
        }

        WindowCase same = Same(channels);
        float[,] actual = Filtered(size, same, input, weights);
        double[,] exact = Exact(same, input, weights);
        Matrices matrices = size == 2 ? Two : Four;
        double[,] magnitudes = Magnitudes(matrices, input, weights, channels);
        for (int place = 0; place < Size * Size; place++)
        {
            for (int filter = 0; filter < Filters; filter++)
            {
                double bound = Math.ScaleB(channels + matrices.Roundings, -24) * magnitudes[place, filter];
                Assert.InRange(Math.Abs(actual[place, filter] - exact[place, filter]), 0, bound);
            }
        }
    }

    [Theory]
    [InlineData(2, 16, 0.95)]
    [InlineData(2, 64, 0.8)]
    [InlineData(2, 256, 0.8)]
    [InlineData(4, 16, 3)]
    [InlineData(4, 64, 2.5)]
    [InlineData(4, 256, 2)]
    public void From_16_channels_on_random_numbers_come_out_about_as_close_to_exact_as_by_summing_directly(int size, int channels, double share)
    {
        KernelMemory memory = new();
        WindowCase same = Same(channels);
        float[,] input = Numbers.Small(Size * Size, channels, 1), weights = Numbers.Small(Filters, 9 * channels, 2);
        Tensor direct = memory.Padded(Size * Size, Filters);
        Convolution.Run(1, memory.Padded(input), memory.Packed(weights), same.Window, direct, default(None));

        double[,] exact = Exact(same, input, weights);
        Assert.InRange(Error(Filtered(size, same, input, weights), exact), 0, share * Error(KernelMemory.Read(direct, Size * Size), exact));
    }

    private static WindowCase Same(int channels) =>
        new(1, channels, Filters, new Window((Size, Size), (3, 3), (Size, Size)) { Pad = (1, 1) });

    private static float[,] Filtered(int size, WindowCase same, float[,] input, float[,] weights)
    {
        KernelMemory memory = new();
        PackedMatrix transformed = SizedWinograd.Transformed(size, memory, weights);
        Tensor output = memory.Padded(Size * Size, Filters), scratch = SizedWinograd.Room(size, memory, same.Channels, Filters, Size, 4);
        SizedWinograd.Run(size, 1, memory.Padded(input), transformed, same.Window, scratch, output, default(None));
        return KernelMemory.Read(output, Size * Size);
    }

    private static double[,] Exact(WindowCase same, float[,] input, float[,] weights)
    {
        double[,] output = new double[Size * Size, Filters];
        foreach ((int tap, int from, int to) in same.Taps())
        {
            for (int filter = 0; filter < Filters; filter++)
            {
                for (int channel = 0; channel < same.Channels; channel++)
                {
                    output[to, filter] += (double)input[from, channel] * weights[filter, tap * same.Channels + channel];
                }
            }
        }

        return output;
    }

    private static double Error(float[,] actual, double[,] exact)
    {
        double sum = 0;
        for (int place = 0; place < Size * Size; place++)
        {
            for (int filter = 0; filter < Filters; filter++)
            {
                sum += Math.Pow(actual[place, filter] - exact[place, filter], 2);
            }
        }

        return Math.Sqrt(sum);
    }

    /// <summary>What the bound multiplies, by place and filter: the definition of minimal filtering with every number replaced by its magnitude.</summary>
    private static double[,] Magnitudes(Matrices matrices, float[,] input, float[,] weights, int channels)
    {
        var (_, b, g, a) = matrices;
        int size = a.GetLength(0), side = size + 2;
        double[][,] w = [.. Enumerable.Range(0, Filters * channels).Select(
            i => Sandwich(g, side, 3, (y, z) => weights[i / channels, (3 * y + z) * channels + i % channels]))];
        double[,] result = new double[Size * Size, Filters];
        for (int tile = 0, across = (Size + size - 1) / size; tile < across * across; tile++)
        {
            int top = tile / across * size, left = tile % across * size;
            double[][,] x = [.. Enumerable.Range(0, channels).Select(channel => Sandwich(
                b, side, side, (y, z) => Inside(top + y - 1) && Inside(left + z - 1) ? input[(top + y - 1) * Size + left + z - 1, channel] : 0))];
            for (int filter = 0; filter < Filters; filter++)
            {
                double[,] sums = new double[side, side];
                for (int i = 0; i < side * side * channels; i++)
                {
                    int channel = i % channels, row = i / channels / side, column = i / channels % side;
                    sums[row, column] += x[channel][row, column] * w[filter * channels + channel][row, column];
                }

                double[,] outputs = Sandwich(a, size, side, (y, z) => sums[y, z]);
                for (int i = 0; i < size * size; i++)
                {
                    if (Inside(top + i / size) && Inside(left + i % size))
                    {
                        result[(top + i / size) * Size + left + i % size, filter] = outputs[i / size, i % size];
                    }
                }
            }
        }

        return result;
    }

    /// <summary>|M|·|x|·|M|ᵀ.</summary>
    private static double[,] Sandwich(double[,] matrix, int rows, int inner, Func<int, int, double> x)
    {
        double[,] result = new double[rows, rows];
        for (int i = 0; i < rows * rows; i++)
        {
            for (int j = 0; j < inner * inner; j++)
            {
                result[i / rows, i % rows] += Math.Abs(matrix[i / rows, j / inner] * x(j / inner, j % inner) * matrix[i % rows, j % inner]);
            }
        }

        return result;
    }

    private static bool Inside(int position) => position is >= 0 and < Size;

    /// <summary>Roundings on an output's way beside one a channel, and Bᵀ, G and Aᵀ.</summary>
    private sealed record Matrices(int Roundings, double[,] B, double[,] G, double[,] A);
}
