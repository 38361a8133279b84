using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Histograms of one layer over time as ridges, the oldest behind, the newest before; or a single one.</summary>
internal static class Ridges
{
    private const int Most = 8;
    private const double Amplitude = 34, Distance = 9;

    /// <param name="title">What is spread: <c>Activations of Conv1</c>.</param>
    /// <param name="head">What stands over it: <c>Activations</c>.</param>
    /// <param name="histograms">The histograms with the step of each, in order.</param>
    /// <param name="range">The axis; null for the histograms' own.</param>
    public static XElement? Draw(string title, string head, IReadOnlyList<(long Step, Histogram Histogram)> histograms, (double Low, double High)? range = null)
    {
        (long Step, Histogram Histogram)[] drawable = [.. histograms.Where(sample => HistogramShape.IsDrawable(sample.Histogram))];
        if ((range ?? HistogramShape.RangeOf(drawable.Select(sample => sample.Histogram))) is not var (low, high) || drawable.Length == 0)
        {
            return null;
        }

        (long Step, Histogram Histogram)[] shown = [.. Even(drawable)];
        double height = Amplitude + (Distance * (shown.Length - 1)) + 1;
        string steps = shown.Length == 1 ? string.Empty : $", updates {Figures.Count(shown[0].Step)} to {Figures.Count(shown[^1].Step)}";
        return Tag.Classed(
            "div", "ridges",
            Tag.Classed("div", "head", head),
            Tag.Of(
                "svg",
                Tag.Attribute("role", "img"), Tag.Attribute("width", "100%"), Tag.Attribute("height", height),
                Tag.Attribute("viewBox", $"0 0 {HistogramShape.Bins} {Tag.Number(height)}"), Tag.Attribute("preserveAspectRatio", "none"),
                Tag.Of("title", $"{title}{steps}, {Figures.Short(low)} to {Figures.Short(high)}"),
                low < 0 && high > 0 ? DrawZero(low, high, height) : null,
                shown.Select((sample, i) => DrawRidge(sample.Histogram, low, high, i, shown.Length))),
            Tag.Classed("div", "ends", Tag.Of("span", Figures.Short(low)), Tag.Of("span", Figures.Short(high))));
    }

    private static XElement DrawRidge(Histogram histogram, double low, double high, int index, int count) => Tag.Of(
        "path",
        new Ink("ridge", count > 1 ? (double)index / (count - 1) : 1).Attributes("mark"),
        Tag.Attribute("vector-effect", "non-scaling-stroke"),
        Tag.Attribute("d", HistogramShape.Outline(HistogramShape.Rebin(histogram, low, high), Amplitude + (Distance * index), Amplitude - 1)));

    private static XElement DrawZero(double low, double high, double height)
    {
        double zero = -low / (high - low) * HistogramShape.Bins;
        return Tag.Classed(
            "line", "grid", Tag.Attribute("vector-effect", "non-scaling-stroke"),
            Tag.Attribute("x1", zero), Tag.Attribute("x2", zero), Tag.Attribute("y1", 0), Tag.Attribute("y2", height));
    }

    private static IEnumerable<(long Step, Histogram Histogram)> Even((long Step, Histogram Histogram)[] samples) =>
        samples.Length <= Most
            ? samples
            : Enumerable.Range(0, Most).Select(i => samples[(int)Math.Round((double)i * (samples.Length - 1) / (Most - 1))]);
}
