using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>The page: every section that has something to say, and contents that lead there.</summary>
internal static class ReportPage
{
    private const string DefaultTitle = "Training report";

    private static readonly Func<ReportContent, XElement?>[] s_sections =
    [
        FindingsSection.Draw, SanitySection.Draw, CurvesSection.Draw, UpdatesSection.Draw, LayersSection.Draw, PanelsSection.Draw,
        ConfusionSection.Draw, MistakesSection.Draw, RegressionSection.Draw, NetworkSection.Draw,
    ];

    public static string Write(ReportContent content)
    {
        string title = content.Title ?? (content.Summary ?? content.Record?.Summary)?.Name ?? DefaultTitle;
        XElement[] sections = [.. s_sections.Select(draw => draw(content)).OfType<XElement>()];
        XElement page = Tag.Of(
            "html", Tag.Attribute("lang", "en"),
            Tag.Of(
                "head",
                Tag.Of("meta", Tag.Attribute("charset", "utf-8")),
                Tag.Of("meta", Tag.Attribute("name", "viewport"), Tag.Attribute("content", "width=device-width, initial-scale=1")),
                Tag.Of("meta", Tag.Attribute("name", "color-scheme"), Tag.Attribute("content", "light dark")),
                Tag.Of("title", title),
                Tag.Of("style", Style.Sheet)),
            Tag.Of(
                "body",
                Tag.Of(
                    "header",
                    Tag.Of("h1", title),
                    content.Description is null ? null : Tag.Of("p", content.Description),
                    FactsSection.Draw(content),
                    sections.Length < 2 ? null : Tag.Of("nav", Tag.Attribute("aria-label", "Contents"), sections.SelectMany(Link))),
                Tag.Of("main", sections),
                Tag.Of("footer", "Written by Layerwright.")));
        Tag.Normalize(page);
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    /// <summary>A link to a section, with a space behind it at which the line may break.</summary>
    private static IEnumerable<object> Link(XElement section) =>
        [Tag.Of("a", Tag.Attribute("href", "#" + section.Attribute("id")!.Value), section.Element("h2")!.Value), " "];
}
