namespace Layerwright.Kernels;

/// <summary>
/// Random numbers that are a function of (seed, stream, index), so that they do not depend on order, threads or vector
/// width. A stream belongs to one use (a parameter, a layer's dropout, an epoch's order).
/// </summary>
internal readonly struct CounterRandom
{
    /// <summary>2⁶⁴ / golden ratio, SplitMix64's step.</summary>
    private const ulong Step = 0x9E3779B97F4A7C15;

    private readonly ulong _key;

    /// <summary>The numbers of one stream of a seed.</summary>
    public CounterRandom(ulong seed, ulong stream) => _key = Mix(Mix(seed + Step) + (stream + 1) * Step);

    /// <summary>A key that stands for both values, in this order.</summary>
    public static ulong Combine(ulong first, ulong second) => new CounterRandom(first, second)._key;

    /// <summary>SplitMix64's finaliser (Steele, Lea and Flood 2014): neighbouring numbers become unrelated ones.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits(ulong index) => Mix(_key + (index + 1) * Step);

    /// <summary>A number in [0, 1), of 53 bits.</summary>
    public double Uniform(ulong index) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="bound"/>).</summary>
    public int Below(ulong index, int bound) => (int)Math.BigMul(Bits(index), (ulong)bound, out _);

    /// <summary>U(−<paramref name="halfWidth"/>, <paramref name="halfWidth"/>) in order of index.</summary>
    public void FillUniform(Span<float> values, float halfWidth)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * Uniform((ulong)i) - 1) * halfWidth);
        }
    }

    /// <summary>N(0, <paramref name="deviation"/>²) in order of index, by Box and Muller's transform in double precision.</summary>
    public void FillGaussian(Span<float> values, float deviation)
    {
        for (int i = 0; i < values.Length; i += 2)
        {
            (double first, double second) = Gaussians((ulong)i);
            values[i] = (float)(deviation * first);
            if (i + 1 < values.Length)
            {
                values[i + 1] = (float)(deviation * second);
            }
        }
    }

    /// <summary>The two of N(0, 1) at an even index.</summary>
    public (double First, double Second) Gaussians(ulong index)
    {
        // 1 − u is in (0, 1]: its logarithm exists.
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(index)));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * Uniform(index + 1));
        return (radius * cosine, radius * sine);
    }
}
