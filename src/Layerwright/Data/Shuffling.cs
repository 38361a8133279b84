namespace Layerwright;

/// <summary>Permutations that a seed decides, the same on every machine and every version of .NET.</summary>
internal static class Shuffling
{
    /// <summary>Fills <paramref name="order"/> with a random permutation of 0 … length − 1 (Fisher–Yates).</summary>
    /// <param name="order">Receives the permutation.</param>
    /// <param name="seed">What the caller chose.</param>
    /// <param name="stream">Another permutation for the same seed: the epoch, for example.</param>
    public static void Permute(Span<int> order, ulong seed, ulong stream = 0)
    {
        // Mixing the stream in first keeps the sequences of neighbouring streams apart.
        ulong state = Mix(seed + Mix(stream + Weyl));
        for (int i = 0; i < order.Length; i++)
        {
            state += Weyl;
            // The high half of the product is uniform in 0 … i but for a bias of at most i/2⁶⁴ (Lemire 2019).
            int j = (int)Math.BigMul(Mix(state), (ulong)i + 1, out _);
            order[i] = order[j];
            order[j] = i;
        }
    }

    private const ulong Weyl = 0x9E3779B97F4A7C15;

    /// <summary>SplitMix64's finaliser (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
