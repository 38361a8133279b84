using System.Text;
using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>
/// Curves over one axis. Heights are pixels and widths shares of what the page has, so that letters keep their size on every
/// screen; curves are labelled at their ends.
/// </summary>
/// <param name="Key">Tells its elements from those of other charts on the page.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What a reader who cannot see it should know.</param>
/// <param name="X">The lower axis.</param>
/// <param name="Y">The axis on the left.</param>
/// <param name="Series">The curves; later ones are drawn over earlier ones.</param>
internal sealed record LineChart(string Key, string Title, string Description, Axis X, Axis Y, IReadOnlyList<Series> Series)
{
    private const double Height = 220, Left = 56;

    /// <summary>What the lower axis counts.</summary>
    public string XTitle { get; init; } = "epoch";

    /// <summary>A range of good values, shaded.</summary>
    public (double Low, double High)? Band { get; init; }

    /// <summary>A range of good values on the lower axis, shaded.</summary>
    public (double Low, double High)? Span { get; init; }

    /// <summary>A sentence for everyone, under the title.</summary>
    public string? Note { get; init; }

    /// <summary>The figures; null where they stand elsewhere.</summary>
    public XElement? Table { get; init; }

    public XElement Draw()
    {
        double right = LabelColumn.Width(Series.Where(series => series.IsLabelled).Select(series => series.Name));
        return new PlotFrame(Key, Title, Description)
        {
            Left = Left,
            Right = right,
            Height = Height,
            Note = Note,
            Table = Table,
        }.Draw(DrawBand(), DrawSpan(), DrawAxes(), DrawCurves(), DrawEnds());
    }

    private XElement? DrawBand()
    {
        if (Band is not { } band)
        {
            return null;
        }

        double top = Down(Math.Min(band.High, Y.High)), bottom = Down(Math.Max(band.Low, Y.Low));
        return Tag.Classed(
            "rect", "band", Tag.Attribute("x", 0), Tag.Attribute("y", top), Tag.Attribute("width", "100%"), Tag.Attribute("height", bottom - top));
    }

    private XElement? DrawSpan()
    {
        if (Span is not { } span)
        {
            return null;
        }

        double left = Math.Clamp(X.Place(span.Low), 0, 1), right = Math.Clamp(X.Place(span.High), 0, 1);
        return Tag.Classed(
            "rect", "band", Tag.Percent("x", left), Tag.Attribute("y", 0), Tag.Percent("width", right - left), Tag.Attribute("height", Height));
    }

    private IEnumerable<XElement> DrawAxes() => PlotFrame.DrawAxes(X, Y, XTitle, Height);

    /// <summary>All curves in a box of a thousand units that stretches; strokes do not.</summary>
    private XElement DrawCurves() => Tag.Of(
        "svg",
        Tag.Attribute("width", "100%"), Tag.Attribute("height", Height), Tag.Attribute("viewBox", $"0 0 1000 {Tag.Number(Height)}"),
        Tag.Attribute("preserveAspectRatio", "none"),
        Series.Select(series => Tag.Of(
            "path", series.Ink.Attributes("curve"), Tag.Attribute("vector-effect", "non-scaling-stroke"), Tag.Attribute("d", PathOf(series)))));

    /// <summary>The last point of each curve, and its label beside it or led to it.</summary>
    private IEnumerable<XElement> DrawEnds()
    {
        Series[] labelled = [.. Series.Where(series => series.IsLabelled)];
        double[] ends = [.. labelled.Select(EndOf)];
        IReadOnlyList<int> chosen = LabelColumn.Choose(ends, Height);
        double[] places = LabelColumn.Spread([.. chosen.Select(i => ends[i])], Height);
        for (int i = 0; i < chosen.Count; i++)
        {
            Series series = labelled[chosen[i]];
            double end = ends[chosen[i]];
            double across = X.Place(series.Points.Last(point => !double.IsNaN(Down(point.Y))).X);
            if (series.Ink != Ink.Reference)
            {
                yield return Tag.Of(
                    "circle", series.Ink.Attributes("dot"), Tag.Percent("cx", across), Tag.Attribute("cy", end), Tag.Attribute("r", 3));
            }

            yield return Tag.Of(
                "svg",
                Tag.Class("beside"), Tag.Attribute("x", "100%"), Tag.Attribute("y", 0), Tag.Attribute("width", 1), Tag.Attribute("height", 1),
                Math.Abs(places[i] - end) < 1
                    ? null
                    : Tag.Classed("path", "leader", Tag.Attribute("d", $"M4 {Tag.Number(end)}L10 {Tag.Number(places[i])}")),
                Tag.Of("text", series.Ink.Attributes("label"), Tag.Attribute("x", 12), Tag.Attribute("y", places[i] + 4), LabelColumn.Fit(series.Name)));
        }
    }

    private double EndOf(Series series) =>
        series.Points.Select(point => Down(point.Y)).LastOrDefault(place => !double.IsNaN(place), double.NaN);

    private string PathOf(Series series)
    {
        var path = new StringBuilder();
        bool isDown = false;
        foreach (Point point in series.Points)
        {
            double x = 1000 * X.Place(point.X), y = Down(point.Y);
            if (double.IsNaN(x) || double.IsNaN(y))
            {
                isDown = false;
                continue;
            }

            path.Append(isDown ? 'L' : 'M').Append(Tag.Number(x)).Append(' ').Append(Tag.Number(y));
            isDown = true;
        }

        return path.ToString();
    }

    private double Down(double value) => PlotFrame.Down(Y, value, Height);
}
