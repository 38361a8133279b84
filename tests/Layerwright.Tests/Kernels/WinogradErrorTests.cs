using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

/// <summary>How far minimal filtering is from exact, as its documentation says.</summary>
[Trait("Kernels", "EveryWidth")]
public unsafe class WinogradErrorTests
{
    private const int Size = 9, Filters = 17;

    private static readonly double[,] B = { { 1, 0, -1, 0 }, { 0, 1, 1, 0 }, { 0, -1, 1, 0 }, { 0, 1, 0, -1 } };
    private static readonly double[,] G = { { 1, 0, 0 }, { 0.5, 0.5, 0.5 }, { 0.5, -0.5, 0.5 }, { 0, 0, 1 } };
    private static readonly double[,] A = { { 1, 1, 1, 0 }, { 0, 1, -1, -1 } };

    [Theory]
    [InlineData(1, 1f)]
    [InlineData(16, 1f)]
    [InlineData(64, 1f)]
    [InlineData(16, 1e6f)]
    public void No_output_is_further_from_exact_than_the_bound(int channels, float largest)
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
        float[,] actual = Filtered(same, input, weights);
        double[,] exact = Exact(same, input, weights);
        for (int place = 0; place < Size * Size; place++)
        {
            for (int filter = 0; filter < Filters; filter++)
            {
                double bound = Math.ScaleB(channels + 14, -24) * Magnitude(input, weights, channels, place, filter);
                Assert.InRange(Math.Abs(actual[place, filter] - exact[place, filter]), 0, bound);
            }
        }
    }

    [Theory]
    [InlineData(16, 0.95)]
    [InlineData(64, 0.8)]
    [InlineData(256, 0.8)]
    public void From_16_channels_on_random_numbers_come_out_closer_to_exact_than_by_summing_directly(int channels, double share)
    {
        KernelMemory memory = new();
        WindowCase same = Same(channels);
        float[,] input = Numbers.Small(Size * Size, channels, 1), weights = Numbers.Small(Filters, 9 * channels, 2);
        Tensor direct = memory.Padded(Size * Size, Filters);
        Convolution.Run(1, memory.Padded(input), memory.Packed(weights), same.Window, direct, default(None));

        double[,] exact = Exact(same, input, weights);
        Assert.InRange(Error(Filtered(same, input, weights), exact), 0, share * Error(KernelMemory.Read(direct, Size * Size), exact));
    }

    private static WindowCase Same(int channels) =>
        new(1, channels, Filters, new Window((Size, Size), (3, 3), (Size, Size)) { Pad = (1, 1) });

    private static float[,] Filtered(WindowCase same, float[,] input, float[,] weights)
    {
        KernelMemory memory = new();
        PackedMatrix transformed = memory.Packed(16 * same.Channels, Filters);
        WinogradWeights.Transform(memory.Packed(weights), transformed);
        Tensor output = memory.Padded(Size * Size, Filters), scratch = memory.Unpadded(1, 100_000);
        Winograd.Run(1, memory.Padded(input), transformed, same.Window, scratch, output, default(None));
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

    /// <summary>What the bound multiplies: the definition of minimal filtering with every number replaced by its magnitude.</summary>
    private static double Magnitude(float[,] input, float[,] weights, int channels, int place, int filter)
    {
        int top = place / Size / 2 * 2 - 1, left = place % Size / 2 * 2 - 1, row = place / Size % 2, column = place % Size % 2;
        double[,] sums = new double[4, 4];
        for (int channel = 0; channel < channels; channel++)
        {
            double[,] x = Sandwich(B, 4, 4, (y, z) => Inside(top + y) && Inside(left + z) ? input[(top + y) * Size + left + z, channel] : 0);
            double[,] w = Sandwich(G, 4, 3, (y, z) => weights[filter, (3 * y + z) * channels + channel]);
            for (int i = 0; i < 16; i++)
            {
                sums[i / 4, i % 4] += x[i / 4, i % 4] * w[i / 4, i % 4];
            }
        }

        return Sandwich(A, 2, 4, (y, z) => sums[y, z])[row, column];
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
}
