using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>
/// What all charts with two axes share: title, note, the drawing with a name and a description for those who cannot see it, and the
/// figures folded away. Heights are pixels and widths shares of what the page has, so that letters keep their size on every screen.
/// </summary>
/// <param name="Key">Tells its elements from those of other charts on the page.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Description">What a reader who cannot see it should know.</param>
internal sealed record PlotFrame(string Key, string Title, string Description)
{
    /// <summary>Pixels of the drawing.</summary>
    public required double Height { get; init; }

    /// <summary>Pixels for the ticks on the left.</summary>
    public required double Left { get; init; }

    /// <summary>Pixels on the right.</summary>
    public required double Right { get; init; }

    /// <summary>A sentence for everyone, under the title.</summary>
    public string? Note { get; init; }

    /// <summary>The figures; null where they stand elsewhere.</summary>
    public XElement? Table { get; init; }

    public XElement Draw(params object?[] marks) => Tag.Classed(
        "figure", "chart",
        Tag.Of("figcaption", Tag.Of("h3", Title), Note is null ? null : Tag.Of("p", Note)),
        Tag.Classed(
            "div", "plot", Tag.Attribute("style", $"padding:8px {Tag.Number(Right)}px 40px {Tag.Number(Left)}px"),
            Tag.Of(
                "svg",
                Tag.Attribute("id", Key), Tag.Attribute("role", "img"), Tag.Attribute("aria-labelledby", $"{Key}-title {Key}-text"),
                Tag.Attribute("width", "100%"), Tag.Attribute("height", Height),
                Tag.Of("title", Tag.Attribute("id", $"{Key}-title"), Title),
                Tag.Of("desc", Tag.Attribute("id", $"{Key}-text"), Description),
                marks)),
        Table);

    /// <summary>Ticks and grid of both axes, and what the lower one counts.</summary>
    public static IEnumerable<XElement> DrawAxes(Axis x, Axis y, string xTitle, double height)
    {
        foreach (Tick tick in y.Ticks)
        {
            double down = Down(y, tick.Value, height);
            yield return Tag.Classed(
                "line", "grid", Tag.Attribute("x1", 0), Tag.Attribute("x2", "100%"), Tag.Attribute("y1", down), Tag.Attribute("y2", down));
            yield return Tag.Classed("text", "tick left", Tag.Attribute("x", -8), Tag.Attribute("y", down + 4), tick.Text);
        }

        foreach (Tick tick in x.Ticks)
        {
            yield return Tag.Classed("text", "tick", Tag.Percent("x", x.Place(tick.Value)), Tag.Attribute("y", height + 17), tick.Text);
        }

        yield return Tag.Classed("text", "tick end", Tag.Attribute("x", "100%"), Tag.Attribute("y", height + 33), xTitle);
    }

    /// <summary>Pixels from the drawing's top; NaN for what has no place. What lies beyond the axis is drawn at its end.</summary>
    public static double Down(Axis y, double value, double height)
    {
        double place = y.Place(value);
        return double.IsNaN(place) ? place : height * (1 - Math.Clamp(place, 0, 1));
    }
}
