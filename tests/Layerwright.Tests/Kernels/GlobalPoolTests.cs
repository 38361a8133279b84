using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class GlobalPoolTests
{
    private const int Images = 3;

    public static TheoryData<int, int> Sizes
    {
        get
        {
            TheoryData<int, int> sizes = [];
            foreach (int channels in Numbers.ColumnCounts)
            {
                sizes.Add(1, channels);
                sizes.Add(2, channels);
                sizes.Add(35, channels);
                sizes.Add(129, channels);
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Channels_become_their_largest_and_their_mean(int positions, int channels)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(Images * positions, channels, 1);
        float[,] largest = new float[Images, channels], means = new float[Images, channels];
        Tensor x = PoolCase.Activations(memory, input), max = memory.Padded(Images, channels), average = memory.Padded(Images, channels);

        GlobalMaxPool.Run(Images, x, positions, max, new LeakyReLU(0.5f));
        GlobalAveragePool.Run(Images, x, positions, average, new LeakyReLU(0.5f));

        for (int image = 0; image < Images; image++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                float[] values = Channel(input, image, positions, channel);
                largest[image, channel] = Bent(values.Max());
                means[image, channel] = Bent(values.Average());
            }
        }

        PoolCase.AssertLines(largest, max, 0, isGradient: false);
        PoolCase.AssertLines(means, average, 1e-6, isGradient: false);

        static float Bent(float value) => value > 0 ? value : 0.5f * value;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gradients_go_to_the_first_of_the_largest_and_to_all_alike(int positions, int channels)
    {
        KernelMemory memory = new();
        float[,] input = Numbers.Whole(Images * positions, channels, 1), gradient = Numbers.Small(Images, channels, 2);
        float[,] winners = new float[Images * positions, channels], shares = new float[Images * positions, channels];
        Tensor x = PoolCase.Activations(memory, input), dy = memory.Padded(gradient);
        Tensor max = memory.Padded(Images * positions, channels), average = memory.Padded(Images * positions, channels);

        GlobalMaxPool.Gradient(Images, dy, x, positions, max, new LeakyReLUGradient(x, 0.5f));
        GlobalAveragePool.Gradient(Images, dy, positions, average, new LeakyReLUGradient(x, 0.5f));

        for (int channel = 0; channel < channels; channel++)
        {
            for (int line = 0; line < Images * positions; line++)
            {
                int image = line / positions;
                float[] values = Channel(input, image, positions, channel);
                float slope = (input[line, channel] > 0 ? 1 : 0.5f) * gradient[image, channel];
                winners[line, channel] = Array.IndexOf(values, values.Max()) == line % positions ? slope : 0;
                shares[line, channel] = slope / positions;
            }
        }

        PoolCase.AssertLines(winners, max, 0, isGradient: true);
        PoolCase.AssertLines(shares, average, 1e-6, isGradient: true);
        GlobalMaxPool.Gradient(Images, dy, x, positions, x, new LeakyReLUGradient(x, 0.5f));
        PoolCase.AssertLines(winners, x, 0, isGradient: true);
    }

    [Fact]
    public void NaN_at_any_position_comes_through()
    {
        const int Positions = 9, Channels = 19;
        for (int position = 0; position < Positions; position++)
        {
            KernelMemory memory = new();
            float[,] input = Numbers.Small(Positions, Channels, 1);
            input[position, 2] = input[position, Channels - 1] = float.NaN;
            Tensor x = memory.Padded(input), max = memory.Padded(1, Channels), average = memory.Padded(1, Channels);

            GlobalMaxPool.Run(1, x, Positions, max, default(None));
            GlobalAveragePool.Run(1, x, Positions, average, default(None));

            foreach (Tensor output in new[] { max, average })
            {
                float[] values = output.Row(0).ToArray();
                Assert.Equal([2, Channels - 1], Enumerable.Range(0, Channels).Where(channel => float.IsNaN(values[channel])));
            }
        }
    }

    [Fact]
    public void The_mean_of_a_large_image_does_not_drift()
    {
        const int Positions = 224 * 224;
        KernelMemory memory = new();
        float[,] input = Numbers.Small(Positions, 3, 1);
        for (int line = 0; line < Positions; line++)
        {
            input[line, 1] += 1000;
        }

        Tensor output = memory.Padded(1, 3);
        GlobalAveragePool.Run(1, memory.Padded(input), Positions, output, default(None));

        for (int channel = 0; channel < 3; channel++)
        {
            double mean = Channel(input, 0, Positions, channel).Average(value => (double)value);
            Assert.Equal(mean, output.Row(0)[channel], 5e-7 * (1 + Math.Abs(mean)));
        }
    }

    private static float[] Channel(float[,] input, int image, int positions, int channel) =>
        [.. Enumerable.Range(image * positions, positions).Select(line => input[line, channel])];
}
