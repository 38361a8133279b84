using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class MaxPoolTests
{
    [Fact]
    public void Each_output_is_the_largest_of_its_window() => PoolCase.ForEach(pool =>
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(pool.InputLines, pool.Channels, 1), expected = new float[pool.OutputLines, pool.Channels];
        Tensor output = memory.Padded(pool.OutputLines, pool.Channels);

        MaxPool.Run(PoolCase.Rows, PoolCase.Activations(memory, input), pool.Window, output, new LeakyReLU(0.5f));

        for (int line = 0; line < pool.OutputLines; line++)
        {
            for (int channel = 0; channel < pool.Channels; channel++)
            {
                float largest = pool.Covered(line).Max(tap => input[tap, channel]);
                expected[line, channel] = largest > 0 ? largest : 0.5f * largest;
            }
        }

        PoolCase.AssertLines(expected, output, 0, isGradient: false);
    });

    [Fact]
    public void The_first_of_the_largest_takes_each_windows_gradient() => PoolCase.ForEach(pool =>
    {
        KernelMemory memory = new();

        // Whole numbers from −4 to 4: many windows have equal ones.
        float[,] input = Numbers.Whole(pool.InputLines, pool.Channels, 1), gradient = Numbers.Whole(pool.OutputLines, pool.Channels, 2);
        float[,] expected = new float[pool.InputLines, pool.Channels];
        Tensor inputGradient = memory.Padded(pool.InputLines, pool.Channels), x = PoolCase.Activations(memory, input);

        MaxPool.Gradient(PoolCase.Rows, memory.Padded(gradient), x, pool.Window, inputGradient, new LeakyReLUGradient(x, 0.5f));

        for (int channel = 0; channel < pool.Channels; channel++)
        {
            for (int line = 0; line < pool.OutputLines; line++)
            {
                expected[pool.Covered(line).MaxBy(tap => input[tap, channel]), channel] += gradient[line, channel];
            }

            for (int line = 0; line < pool.InputLines; line++)
            {
                expected[line, channel] *= input[line, channel] > 0 ? 1 : 0.5f;
            }
        }

        PoolCase.AssertLines(expected, inputGradient, 0, isGradient: true);
    });

    [Fact]
    public void Without_overlaps_the_gradient_may_be_written_over_the_input() => PoolCase.ForEach(pool =>
    {
        if (pool.Window.Stride.Height < pool.Window.Kernel.Height || pool.Window.Stride.Width < pool.Window.Kernel.Width)
        {
            return;
        }

        KernelMemory memory = new();
        float[,] input = Numbers.Whole(pool.InputLines, pool.Channels, 1);
        Tensor gradient = memory.Padded(Numbers.Small(pool.OutputLines, pool.Channels, 2));
        Tensor apart = memory.Padded(pool.InputLines, pool.Channels), x = PoolCase.Activations(memory, input);

        MaxPool.Gradient(PoolCase.Rows, gradient, x, pool.Window, apart, new ReLUGradient(x));
        MaxPool.Gradient(PoolCase.Rows, gradient, x, pool.Window, x, new ReLUGradient(x));

        PoolCase.AssertLines(KernelMemory.Read(apart, pool.InputLines), x, 0, isGradient: true);
    });

    [Fact]
    public void Only_infinities_in_a_window_are_an_infinity_and_pass_its_gradient_on()
    {
        KernelMemory memory = new();
        Window window = PoolCase.Over((2, 2), (2, 2), (2, 2));
        float[,] input = new float[4, 3];
        for (int line = 0; line < 4; line++)
        {
            input[line, 1] = float.NegativeInfinity;
        }

        Tensor x = memory.Padded(input), output = memory.Padded(1, 3), inputGradient = memory.Padded(4, 3);
        MaxPool.Run(1, x, window, output, default(None));
        MaxPool.Gradient(1, memory.Vector(1, 2, 3), x, window, inputGradient, default(None));

        Assert.Equal([0, float.NegativeInfinity, 0], output.Row(0).ToArray());
        Assert.Equal(new float[,] { { 1, 2, 3 }, { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 } }, KernelMemory.Read(inputGradient, 4));
    }

    [Fact]
    public void NaN_in_any_place_comes_through_to_the_windows_that_cover_it() => PoolCase.ForEach(pool =>
    {
        if (pool.Channels is not (1 or 17))
        {
            return;
        }

        for (int place = 0; place < pool.InputLines / PoolCase.Rows; place++)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Small(pool.InputLines, pool.Channels, 1);
            input[place, pool.Channels - 1] = float.NaN;
            Tensor output = memory.Padded(pool.OutputLines, pool.Channels);

            MaxPool.Run(PoolCase.Rows, memory.Padded(input), pool.Window, output, default(None));

            for (int line = 0; line < pool.OutputLines; line++)
            {
                bool[] isNaN = [.. output.FromRow(line).Row(0).ToArray().Select(float.IsNaN)];
                Assert.Equal(pool.Covered(line).Contains(place), isNaN[^1]);
                Assert.DoesNotContain(true, isNaN[..^1]);
            }
        }
    });
}
