using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Tables, in a box of their own that scrolls where the page is too narrow.</summary>
internal static class Table
{
    /// <param name="caption">What the table is of.</param>
    /// <param name="heads">The columns' heads; the first column names its row.</param>
    /// <param name="rows">As many cells as heads each: texts or elements.</param>
    /// <param name="numbersFrom">The first column of figures, which are set flush right.</param>
    public static XElement Of(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object>> rows, int numbersFrom = 1) =>
        Tag.Classed(
            "div", "scroll",
            Tag.Attribute("tabindex", "0"), Tag.Attribute("role", "region"), Tag.Attribute("aria-label", caption),
            Tag.Of(
                "table",
                Tag.Classed("caption", "unseen", caption),
                Tag.Of("thead", Tag.Of("tr", heads.Select((head, column) => Tag.Of(
                    "th", Tag.Attribute("scope", "col"), Numeric(column, numbersFrom), head)))),
                Tag.Of("tbody", rows.Select(row => Tag.Of("tr", row.Select((cell, column) => column == 0
                    ? Tag.Of("th", Tag.Attribute("scope", "row"), cell)
                    : Tag.Of("td", Numeric(column, numbersFrom), cell)))))));

    /// <summary>The figures of a chart, folded away.</summary>
    public static XElement Folded(string caption, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object>> rows, int numbersFrom = 1) =>
        Tag.Of("details", Tag.Of("summary", "Figures"), Of(caption, heads, rows, numbersFrom));

    private static XAttribute? Numeric(int column, int numbersFrom) => column >= numbersFrom ? Tag.Class("number") : null;
}
