namespace Layerwright.Tests.Networks;

/// <summary>Numbers to feed networks with, the same in every run.</summary>
internal static class TestRows
{
    public static float[] Numbers(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() * 4) - 2))];
    }

    public static int[] Labels(int rows, int classes, int seed = 2)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
    }

    /// <summary>Everything in a state dictionary, in order.</summary>
    public static float[] All(StateDictionary state) => [.. state.Values.SelectMany(entry => entry.ToArray())];
}
