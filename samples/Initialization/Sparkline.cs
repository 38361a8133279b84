using Layerwright;

namespace InitializationSample;

/// <summary>A histogram in one line of text.</summary>
internal static class Sparkline
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>The share of values in each of some bins of one axis, so that lines below each other compare.</summary>
    /// <param name="histogram">The values.</param>
    /// <param name="low">Where the axis begins; what lies below counts in the first bin.</param>
    /// <param name="high">Where it ends.</param>
    /// <param name="bins">Characters.</param>
    public static string Of(Histogram histogram, double low, double high, int bins = 21)
    {
        var shares = new double[bins];
        double width = (histogram.High - histogram.Low) / histogram.Counts.Count;
        for (int i = 0; i < histogram.Counts.Count; i++)
        {
            double middle = histogram.Low + (i + 0.5) * width;
            int bin = Math.Clamp((int)((middle - low) / (high - low) * bins), 0, bins - 1);
            shares[bin] += histogram.Counts[i];
        }

        // Square roots: beside a spike the rest would else be invisible.
        double most = Math.Sqrt(shares.Max());
        return string.Concat(shares.Select(share => Blocks[(int)Math.Ceiling(Math.Sqrt(share) / most * (Blocks.Length - 1))]));
    }
}
