using Layerwright.Kernels;

namespace Layerwright;

/// <summary>Random numbers for one row, one after the other. A copy goes on by itself: hand it on by <c>ref</c>.</summary>
public struct AugmentationRandom
{
    private readonly CounterRandom _numbers;
    private ulong _drawn;

    internal AugmentationRandom(CounterRandom numbers) => _numbers = numbers;

    /// <summary>A number in [0, 1).</summary>
    public double NextUniform() => _numbers.Uniform(_drawn++);

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">Where values end.</param>
    public double NextUniform(double low, double high) => low + (NextUniform() * (high - low));

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included, each equally likely.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The greatest is below the least, or there are more than 2³¹ − 1 of them.</exception>
    public int NextInteger(int low, int high)
    {
        long count = (long)high - low + 1;
        return count is >= 1 and <= int.MaxValue
            ? low + _numbers.Below(_drawn++, (int)count)
            : throw new ArgumentOutOfRangeException(nameof(high), high, $"It must be at least {low}, and at most 2³¹ − 2 above it.");
    }

    /// <summary>True with a probability.</summary>
    /// <param name="probability">From 0 to 1.</param>
    public bool NextChance(double probability) => NextUniform() < probability;
}
