using Layerwright.Kernels;

namespace Layerwright;

/// <summary>Permutations that a seed decides, the same on every machine.</summary>
internal static class Shuffling
{
    /// <summary>Fills <paramref name="order"/> with a random permutation of 0 … length − 1 (Fisher–Yates).</summary>
    /// <param name="order">Receives the permutation.</param>
    /// <param name="seed">What the caller chose.</param>
    /// <param name="stream">Another permutation for the same seed: the epoch, for example.</param>
    public static void Permute(Span<int> order, ulong seed, ulong stream = 0)
    {
        var random = new CounterRandom(seed, stream);
        for (int i = 0; i < order.Length; i++)
        {
            int other = random.Below((ulong)i, i + 1);
            order[i] = order[other];
            order[other] = i;
        }
    }
}
