using System.Text;

namespace Layerwright.Reporting;

/// <summary>Histograms as outlines over a common axis.</summary>
internal static class HistogramShape
{
    /// <summary>Bins that an outline is drawn with.</summary>
    public const int Bins = 48;

    /// <summary>Beyond these a range's width, or what a bin is of it, would not be finite.</summary>
    private const double Largest = 1e300, Least = 1e-300;

    /// <summary>From the lowest to the highest value that any of the histograms counted; null where they counted none.</summary>
    public static (double Low, double High)? RangeOf(IEnumerable<Histogram> histograms)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (Histogram histogram in histograms.Where(IsDrawable))
        {
            double width = (histogram.High - histogram.Low) / histogram.Counts.Count;
            for (int bin = 0; bin < histogram.Counts.Count; bin++)
            {
                if (histogram.Counts[bin] > 0)
                {
                    low = Math.Min(low, histogram.Low + (bin * width));
                    high = Math.Max(high, histogram.Low + ((bin + 1) * width));
                }
            }
        }

        // All values alike: they stand in the middle.
        double margin = high - low < Least ? low == 0 ? 1 : Math.Abs(low) / 2 : 0;
        return low <= high ? (low - margin, high + margin) : null;
    }

    public static bool IsDrawable(Histogram histogram) =>
        Math.Abs(histogram.Low) <= Largest && Math.Abs(histogram.High) <= Largest && histogram.High >= histogram.Low && histogram.Total > 0;

    /// <summary>The share of values in each of <see cref="Bins"/> equal bins of another range, which holds all of them.</summary>
    public static double[] Rebin(Histogram histogram, double low, double high)
    {
        var shares = new double[Bins];
        double total = histogram.Total;
        double width = (histogram.High - histogram.Low) / histogram.Counts.Count;
        double scale = Bins / (high - low);
        for (int bin = 0; bin < histogram.Counts.Count; bin++)
        {
            double from = Math.Clamp((histogram.Low + (bin * width) - low) * scale, 0, Bins);
            double to = Math.Clamp((histogram.Low + ((bin + 1) * width) - low) * scale, 0, Bins);
            double share = histogram.Counts[bin] / total;
            int last = Math.Min((int)to, Bins - 1);
            for (int target = Math.Min((int)from, Bins - 1); target <= last; target++)
            {
                double overlap = Math.Min(to, target + 1) - Math.Max(from, target);
                shares[target] += to > from ? share * Math.Max(0, overlap) / (to - from) : share;
            }
        }

        return shares;
    }

    /// <summary>
    /// An outline over a base line, one unit a bin. Heights go by the square root, so that a tall bin does not hide the rest; the
    /// tallest bin has the full height.
    /// </summary>
    public static string Outline(double[] shares, double baseLine, double height)
    {
        double tallest = shares.Max();
        var path = new StringBuilder("M0 ").Append(Tag.Number(baseLine));
        for (int bin = 0; bin < shares.Length; bin++)
        {
            double y = Math.Round(baseLine - (height * Math.Sqrt(shares[bin] / tallest)), 1);
            path.Append('V').Append(Tag.Number(y)).Append('h').Append('1');
        }

        return path.Append('V').Append(Tag.Number(baseLine)).ToString();
    }
}
