using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>A part of the page with a heading that the page's contents lead to.</summary>
internal static class Section
{
    /// <returns>The section; null where nothing stands in it.</returns>
    public static XElement? Of(string key, string title, string? lead, params object?[] content)
    {
        XElement section = Tag.Of("section", Tag.Attribute("id", key), Tag.Of("h2", title), lead is null ? null : Tag.Of("p", lead), content);
        return section.Elements().Skip(1).Any() ? section : null;
    }

    /// <summary>Charts side by side where the page is wide enough; null without any.</summary>
    public static XElement? Grid(params IEnumerable<XElement?> charts)
    {
        XElement[] drawn = [.. charts.OfType<XElement>()];
        return drawn.Length == 0 ? null : Tag.Classed("div", "grid2", drawn);
    }
}
