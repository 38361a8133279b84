namespace Layerwright.Benchmarks;

/// <summary>The numbers that all works, ours and the peers', are fed with.</summary>
internal static class BenchmarkData
{
    /// <summary>Most rows of a batch.</summary>
    public const int MostRows = 512;

    private const int LongestRow = 3072, Labels10 = 10, Spread = 7;

    /// <summary>Where operands of kernels start in <see cref="Random"/>.</summary>
    public const int FirstGradient = 1_000_003, FirstWeight = 2_000_003;

    private const int RandomLength = 4_000_000, Samples = 16;

    /// <summary>Inputs of networks, between 0 and 1; images channels last. Rows of every length start at the first.</summary>
    public static float[] Inputs { get; } = Draw(MostRows * LongestRow, 0);

    /// <summary>Classes of ten.</summary>
    public static int[] Labels { get; } = [.. Enumerable.Range(0, MostRows).Select(i => i * Spread % Labels10)];

    /// <summary>Operands of kernels, between −½ and ½.</summary>
    public static float[] Random { get; } = Draw(RandomLength, 0.5f);

    /// <summary>A few numbers, spread evenly over all.</summary>
    public static float[] Pick(ReadOnlySpan<float> values)
    {
        int count = Math.Min(Samples, values.Length);
        float[] picked = new float[count];
        for (int i = 0; i < count; i++)
        {
            picked[i] = values[(int)((long)i * values.Length / count)];
        }

        return picked;
    }

    private static float[] Draw(int length, float shift)
    {
        Random random = new(1);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - shift)];
    }
}
