using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>A figure of one layer at the fit's beginning and at its end.</summary>
internal sealed record DotRow(string Name, double? First, double? Last);

/// <summary>A figure of every layer as two dots on a common axis, one row a layer: a table that is a chart.</summary>
internal static class DotTable
{
    public static XElement? Draw(string title, string note, IReadOnlyList<DotRow> rows)
    {
        double[] values = [.. rows.SelectMany(row => new[] { row.First, row.Last }).OfType<double>().Where(value => value > 0 && double.IsFinite(value))];
        if (values.Length == 0)
        {
            return null;
        }

        Axis axis = Axis.Logarithmic(values);
        return Tag.Classed(
            "figure", "chart",
            Tag.Of("figcaption", Tag.Of("h3", title), Tag.Of("p", note)),
            Tag.Classed(
                "table", "dots",
                Tag.Classed("caption", "unseen", title),
                Tag.Of("thead", Tag.Of("tr",
                    Head("Layer"), Tag.Of("th", Tag.Attribute("aria-hidden", "true"), DrawEnds(axis)), Head("First"), Head("Last"))),
                Tag.Of("tbody", rows.Select(row => Tag.Of(
                    "tr",
                    Tag.Of("th", Tag.Attribute("scope", "row"), LayerName.Breakable(row.Name)),
                    Tag.Of("td", Tag.Attribute("aria-hidden", "true"), DrawDots(axis, row)),
                    Tag.Classed("td", "number", Figures.Short(row.First)),
                    Tag.Classed("td", "number", Figures.Short(row.Last)))))));

        static XElement Head(string text) => Tag.Of("th", Tag.Attribute("scope", "col"), text);
    }

    private static XElement DrawEnds(Axis axis) => Line(
        Tag.Classed("text", "tick start", Tag.Attribute("x", 0), Tag.Attribute("y", 14), Figures.Short(axis.Low)),
        Tag.Classed("text", "tick end", Tag.Attribute("x", "100%"), Tag.Attribute("y", 14), Figures.Short(axis.High)));

    private static XElement DrawDots(Axis axis, DotRow row) => Line(
        axis.Ticks.Select(tick => Tag.Classed(
            "line", "grid", Tag.Percent("x1", axis.Place(tick.Value)), Tag.Percent("x2", axis.Place(tick.Value)), Tag.Attribute("y1", 0), Tag.Attribute("y2", 20))),
        Place(axis, row.First) is { } first && Place(axis, row.Last) is { } last
            ? Tag.Classed("line", "between", Tag.Percent("x1", first), Tag.Percent("x2", last), Tag.Attribute("y1", 10), Tag.Attribute("y2", 10))
            : null,
        Dot(axis, row.First, "hollow"),
        Dot(axis, row.Last, "training"));

    private static XElement? Dot(Axis axis, double? value, string ink) =>
        Place(axis, value) is { } place
            ? Tag.Classed("circle", $"dot {ink}", Tag.Percent("cx", place), Tag.Attribute("cy", 10), Tag.Attribute("r", 4))
            : null;

    /// <summary>From 0 to 1; null for what has no place on the axis.</summary>
    private static double? Place(Axis axis, double? value) =>
        value is { } known && !double.IsNaN(axis.Place(known)) ? Math.Clamp(axis.Place(known), 0, 1) : null;

    private static XElement Line(params object?[] content) =>
        Tag.Of("svg", Tag.Attribute("width", "100%"), Tag.Attribute("height", 20), content);
}
