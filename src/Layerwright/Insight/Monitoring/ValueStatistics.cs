using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>Mean, deviation and spread of numbers.</summary>
internal static class ValueStatistics
{
    /// <summary>Bins of a histogram.</summary>
    public const int Bins = 32;

    /// <summary>A histogram goes this many deviations to either side; what lies farther counts in the last bin.</summary>
    private const double Reach = 4;

    public static double Mean(ReadOnlySpan<float> values) => (double)TensorPrimitives.Sum(values) / values.Length;

    /// <summary>The square root of the mean square.</summary>
    public static double Rms(ReadOnlySpan<float> values) => Math.Sqrt((double)TensorPrimitives.SumOfSquares(values) / values.Length);

    /// <summary>The deviation of all numbers (divided by their number, not one less).</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="scratch">Room for as many.</param>
    public static double Deviation(ReadOnlySpan<float> values, double mean, Span<float> scratch)
    {
        scratch = scratch[..values.Length];
        TensorPrimitives.Subtract(values, (float)mean, scratch);
        return Rms(scratch);
    }

    /// <summary>How numbers are spread, in bins between their ends or, where those are farther, four deviations from the mean.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="mean">Their mean.</param>
    /// <param name="deviation">Their deviation.</param>
    /// <param name="scratch">Room for as many.</param>
    public static Histogram Spread(ReadOnlySpan<float> values, double mean, double deviation, Span<float> scratch)
    {
        double low = Math.Max(TensorPrimitives.Min(values), mean - (Reach * deviation));
        double high = Math.Min(TensorPrimitives.Max(values), mean + (Reach * deviation));
        var counts = new long[Bins];
        if (!double.IsFinite(high - low))
        {
            return new(0, 0, counts);
        }

        if (!((float)low < (float)high))
        {
            counts[0] = values.Length;
            return new(low, low, counts);
        }

        scratch = scratch[..values.Length];
        TensorPrimitives.Subtract(values, (float)low, scratch);
        TensorPrimitives.Multiply(scratch, (float)(Bins / (high - low)), scratch);
        foreach (float place in scratch)
        {
            counts[Math.Clamp((int)place, 0, Bins - 1)]++;
        }

        return new(low, high, counts);
    }

    /// <summary>The share of numbers within a distance of two bounds.</summary>
    public static double ShareNear(ReadOnlySpan<float> values, float least, float most, float distance)
    {
        int count = 0;
        foreach (float value in values)
        {
            count += value <= least + distance || value >= most - distance ? 1 : 0;
        }

        return (double)count / values.Length;
    }
}
