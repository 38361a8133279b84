using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class AveragePoolTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_output_is_the_mean_of_its_window(bool countsPadding) => PoolCase.ForEach(pool =>
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(pool.InputLines, pool.Channels, 1), expected = new float[pool.OutputLines, pool.Channels];
        Tensor x = PoolCase.Activations(memory, input), output = memory.Padded(pool.OutputLines, pool.Channels);
        if (countsPadding)
        {
            AveragePool.Run(PoolCase.Rows, x, pool.Window, output, new LeakyReLU(0.5f));
        }
        else
        {
            AveragePool.RunWithoutPadding(PoolCase.Rows, x, pool.Window, output, new LeakyReLU(0.5f));
        }

        for (int line = 0; line < pool.OutputLines; line++)
        {
            for (int channel = 0; channel < pool.Channels; channel++)
            {
                List<int> taps = pool.Covered(line);
                float mean = taps.Sum(tap => input[tap, channel]) / (countsPadding ? pool.Window.Taps : taps.Count);
                expected[line, channel] = mean > 0 ? mean : 0.5f * mean;
            }
        }

        PoolCase.AssertLines(expected, output, 1e-6, isGradient: false);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_position_gets_its_share_of_its_windows_gradients(bool countsPadding) => PoolCase.ForEach(pool =>
    {
        KernelMemory memory = new();
        float[,] gradient = Numbers.Small(pool.OutputLines, pool.Channels, 1), bent = Numbers.Small(pool.InputLines, pool.Channels, 2);
        float[,] expected = new float[pool.InputLines, pool.Channels];
        Tensor dy = memory.Padded(gradient), dx = memory.Padded(pool.InputLines, pool.Channels);
        LeakyReLUGradient derivative = new(memory.Padded(bent), 0.5f);
        if (countsPadding)
        {
            AveragePool.Gradient(PoolCase.Rows, dy, pool.Window, dx, derivative);
        }
        else
        {
            AveragePool.GradientWithoutPadding(PoolCase.Rows, dy, pool.Window, dx, derivative);
        }

        for (int channel = 0; channel < pool.Channels; channel++)
        {
            for (int line = 0; line < pool.OutputLines; line++)
            {
                List<int> taps = pool.Covered(line);
                taps.ForEach(tap => expected[tap, channel] += gradient[line, channel] / (countsPadding ? pool.Window.Taps : taps.Count));
            }

            for (int line = 0; line < pool.InputLines; line++)
            {
                expected[line, channel] *= bent[line, channel] > 0 ? 1 : 0.5f;
            }
        }

        PoolCase.AssertLines(expected, dx, 2e-6, isGradient: true);
    });
}
