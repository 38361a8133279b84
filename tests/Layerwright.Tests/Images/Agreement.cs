namespace Layerwright.Tests.Images;

/// <summary>Two ways to compute the same, each in single precision.</summary>
internal static class Agreement
{
    /// <summary>Differences above this share of the largest number are no rounding.</summary>
    private const float Tolerance = 2e-5f;

    /// <summary>Fails where numbers differ by more than rounding.</summary>
    public static void Check(ReadOnlySpan<float> expected, ReadOnlySpan<float> found, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        float scale = 0;
        foreach (float value in expected)
        {
            scale = Math.Max(scale, Math.Abs(value));
        }

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - found[i]) <= Tolerance * scale,
                $"{what} {i} of {expected.Length}: {found[i]} instead of {expected[i]}, where the largest is {scale}");
        }
    }
}
