using System.Globalization;

namespace Layerwright.Tests.Oracles;

/// <summary>|a − b| ≤ 1e-5·(1 + |b|): what parity with PyTorch means.</summary>
internal static class Closeness
{
    public const double Tolerance = 1e-5;

    public static void Expect(double expected, double actual, string what, double tolerance = Tolerance)
    {
        double error = Math.Abs(actual - expected);
        Assert.True(
            error <= tolerance * (1 + Math.Abs(expected)),
            string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, found {actual:R}, {error:G3} apart"));
    }

    public static void Expect(IReadOnlyList<double> expected, IReadOnlyList<double> actual, string what, double tolerance = Tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Expect(expected[i], actual[i], $"{what}[{i}]", tolerance);
        }
    }

    public static void Expect(IReadOnlyList<double> expected, ReadOnlySpan<float> actual, string what) =>
        Expect(expected, Array.ConvertAll(actual.ToArray(), value => (double)value), what);
}
