using Layerwright;

namespace InitializationSample;

/// <summary>A histogram in one line of text.</summary>
internal static class Sparkline
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>How many values lie in each part of an axis, so that lines below each other compare.</summary>
    /// <param name="histogram">The values.</param>
    /// <param name="low">Where the axis begins; what lies below counts in the first character.</param>
    /// <param name="high">Where it ends; what lies above counts in the last.</param>
    /// <param name="length">Characters.</param>
    public static string Of(Histogram histogram, double low, double high, int length = 21)
    {
        var values = new double[length];
        double width = (histogram.High - histogram.Low) / histogram.Counts.Count;
        for (int i = 0; i < histogram.Counts.Count; i++)
        {
            double from = Place(histogram.Low + i * width), to = Place(histogram.Low + (i + 1) * width);
            Spread(values, from, to, histogram.Counts[i]);
        }

        // Square roots: beside a spike the rest would be invisible.
        double most = Math.Sqrt(values.Max());
        return string.Concat(values.Select(value => Blocks[(int)Math.Ceiling(Math.Sqrt(value) / most * (Blocks.Length - 1))]));

        double Place(double value) => Math.Clamp((value - low) / (high - low) * length, 0, length);
    }

    /// <summary>Shares a bin's values out among the characters that it lies over.</summary>
    private static void Spread(double[] values, double from, double to, long count)
    {
        int first = Math.Min((int)from, values.Length - 1), last = Math.Min((int)to, values.Length - 1);
        for (int i = first; i <= last; i++)
        {
            double overlap = Math.Min(to, i + 1) - Math.Max(from, i);
            values[i] += first == last ? count : count * overlap / (to - from);
        }
    }
}
