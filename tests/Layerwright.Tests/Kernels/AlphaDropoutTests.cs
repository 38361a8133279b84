using Layerwright.Kernels;
using Layerwright.Testing.RandomNetworks;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class AlphaDropoutTests
{
    private const int Rows = 300, Columns = 333;

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Mean_0_and_variance_1_are_kept(double rate)
    {
        float[] output = [.. Run(Normal(), rate).Cast<float>()];

        double mean = output.Average(), variance = output.Average(y => (y - mean) * (y - mean));
        Assert.Equal(0, mean, 0.02);
        Assert.Equal(1, variance, 0.03);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    public void Elements_are_scaled_and_shifted_by_PyTorchs_formula_and_dropped_where_dropout_drops_them(double rate)
    {
        const double Alpha = 1.7580993408473766;
        double a = 1 / Math.Sqrt(((Alpha * Alpha * rate) + 1) * (1 - rate)), dropped = (-Alpha * a) + (Alpha * a * rate);
        float[,] input = Normal(), output = Run(input, rate), gradient = Gradient(input, rate);
        KernelMemory memory = new();
        Tensor plain = memory.Padded(Rows, Columns);
        Elementwise.Run(Rows, memory.Padded(input), plain, new Dropout(Mask(rate)));

        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<float> kept = plain.FromRow(row).Row(0);
            for (int column = 0; column < Columns; column++)
            {
                bool isKept = kept[column] != 0;
                Assert.Equal(isKept ? (a * input[row, column]) + (Alpha * a * rate) : dropped, output[row, column], 1e-6);
                Assert.Equal(isKept ? a * input[row, column] : 0, gradient[row, column], 1e-6);
            }
        }
    }

    [Fact]
    public void Nothing_is_dropped_at_rate_0()
    {
        float[,] input = Normal();
        Assert.Equal(input, Run(input, 0));
        Assert.Equal(input, Gradient(input, 0));
    }

    private static float[,] Run(float[,] input, double rate)
    {
        KernelMemory memory = new();
        Tensor output = memory.Padded(Rows, Columns);
        Elementwise.Run(Rows, memory.Padded(input), output, new AlphaDropout(Mask(rate)));
        Assert.All(KernelMemory.Padding(output, 0), padding => Assert.True(float.IsFinite(padding)));
        KernelMemory.AssertNothingBehindRows(output, Rows);
        return KernelMemory.Read(output, Rows);
    }

    private static float[,] Gradient(float[,] gradient, double rate)
    {
        KernelMemory memory = new();
        Tensor output = memory.Padded(Rows, Columns);
        Elementwise.Run(Rows, memory.Padded(gradient), output, new AlphaDropoutGradient(Mask(rate)));
        Assert.All(KernelMemory.Padding(output, 0), padding => Assert.Equal(0f, padding));
        return KernelMemory.Read(output, Rows);
    }

    private static DropoutMask Mask(double rate) => new(77, (uint)(rate * 4294967296.0), (float)(1 / (1 - rate)), 0, Columns);

    // No zeros: what plain dropout drops must show.
    private static float[,] Normal()
    {
        Random random = new(5);
        float[,] values = new float[Rows, Columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i / Columns, i % Columns] = random.NextNormal() is var value and not 0 ? value : 1;
        }

        return values;
    }
}
