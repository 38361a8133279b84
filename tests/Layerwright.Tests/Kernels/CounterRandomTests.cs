using Layerwright.Kernels;

namespace Layerwright.Tests.Kernels;

[Trait("Kernels", "EveryWidth")]
public class CounterRandomTests
{
    [Fact]
    public void The_same_seed_and_stream_give_the_same_numbers_for_ever()
    {
        CounterRandom random = new(42, 7);
        Assert.Equal([146974938868952004UL, 1720429349099035730UL], new[] { random.Bits(0), random.Bits(1) });
    }

    [Fact]
    public void Seeds_streams_and_indices_all_matter()
    {
        HashSet<ulong> seen = [];
        for (ulong seed = 0; seed < 20; seed++)
        {
            for (ulong stream = 0; stream < 20; stream++)
            {
                for (ulong index = 0; index < 20; index++)
                {
                    Assert.True(seen.Add(new CounterRandom(seed, stream).Bits(index)));
                }
            }
        }

        Assert.NotEqual(CounterRandom.Combine(1, 2), CounterRandom.Combine(2, 1));
    }

    [Fact]
    public void Uniform_numbers_fill_their_interval_evenly()
    {
        float[] values = new float[100_000];
        new CounterRandom(1, 2).FillUniform(values, 3);

        Assert.All(values, value => Assert.InRange(value, -3f, 3f));
        int[] tenths = new int[10];
        Array.ForEach(values, value => tenths[Math.Min(9, (int)((value + 3) / 0.6f))]++);
        Assert.All(tenths, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Gaussian_numbers_have_the_moments_of_their_distribution()
    {
        float[] values = new float[100_001];
        new CounterRandom(1, 2).FillGaussian(values, 0.5f);

        double[] unit = [.. values.Select(value => value / 0.5)];
        Assert.Equal(0, unit.Average(), 0.01);
        Assert.Equal(1, unit.Average(x => x * x), 0.02);
        Assert.Equal(0, unit.Average(x => x * x * x), 0.05);
        Assert.Equal(3, unit.Average(x => x * x * x * x), 0.15);
        Assert.Equal(0, unit.Zip(unit.Skip(1), (a, b) => a * b).Average(), 0.015);
        Assert.InRange(unit.Count(x => Math.Abs(x) < 1), 67_600, 68_900);
    }

    [Fact]
    public void Numbers_below_a_bound_take_every_value_alike()
    {
        CounterRandom random = new(3, 4);
        int[] counts = new int[7];
        for (ulong index = 0; index < 70_000; index++)
        {
            counts[random.Below(index, 7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }
}
