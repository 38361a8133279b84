namespace Layerwright.Tests.Kernels;

/// <summary>Floats of every size: strides through all bit patterns, and the neighbourhoods of what is special.</summary>
internal static class FloatRange
{
    private const int ChunkLength = 1 << 16, Neighbours = 64;

    private static readonly float[] s_special =
    [
        0f, float.Epsilon, 1.17549435e-38f, 1e-20f, 1f, 2f, 3f, 5.5f, 6f, 9.1f, 13.2f, 14f, 16.6f, 20f, 87.3f, 87.6f, 88f, 88.3f, 88.7f, 89f, 100f, 1e19f,
        float.MaxValue, float.PositiveInfinity,
    ];

    /// <summary>The values, some tens of thousands at a time; NaNs among them.</summary>
    /// <param name="stride">Every how many bit patterns.</param>
    public static IEnumerable<float[]> Chunks(uint stride)
    {
        var chunk = new List<float>(ChunkLength);
        foreach (float value in Values(stride))
        {
            chunk.Add(value);
            if (chunk.Count == ChunkLength)
            {
                yield return [.. chunk];
                chunk.Clear();
            }
        }

        yield return [.. chunk];
    }

    /// <summary>A float's unit in the last place; of the least normal number below that.</summary>
    public static double Ulp(double value) => Math.Pow(2, Math.Max(-149, Math.ILogB(Math.Max(Math.Abs(value), 1e-300)) - 23));

    private static IEnumerable<float> Values(uint stride)
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += stride)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }

        foreach (float special in s_special.SelectMany(value => new[] { value, -value }))
        {
            uint bits = BitConverter.SingleToUInt32Bits(special);
            for (int i = -Neighbours; i <= Neighbours; i++)
            {
                yield return BitConverter.UInt32BitsToSingle(unchecked((uint)(bits + i)));
            }
        }
    }
}
