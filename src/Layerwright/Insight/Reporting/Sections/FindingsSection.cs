using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>What was found, warnings first.</summary>
internal static class FindingsSection
{
    public static XElement? Draw(ReportContent content)
    {
        if (content.Findings is not { } findings)
        {
            return null;
        }

        return Section.Of(
            "findings", "Findings",
            findings.Count == 0
                ? "Nothing was found: every check stayed within its bound."
                : $"{Counted(findings, FindingSeverity.Warning, "warning")}, {Counted(findings, FindingSeverity.Note, "note")}.",
            findings.Count == 0
                ? null
                : Tag.Classed("ul", "findings", findings.OrderByDescending(finding => finding.Severity).Select(DrawFinding)));
    }

    private static string Counted(IReadOnlyList<Finding> findings, FindingSeverity severity, string name)
    {
        int count = findings.Count(finding => finding.Severity == severity);
        return count == 1 ? $"1 {name}" : $"{Figures.Count(count)} {name}s";
    }

    private static XElement DrawFinding(Finding finding)
    {
        bool isWarning = finding.Severity == FindingSeverity.Warning;
        string where = string.Join(", ", Places(finding));
        return Tag.Classed(
            "li", isWarning ? "warning" : "note",
            Tag.Of("h3", Tag.Of("b", $"{finding.Id} {(isWarning ? "warning" : "note")}"), $" {finding.Title}"),
            where.Length == 0 ? null : Tag.Classed("p", "where", where),
            Tag.Of("p", Sentence(finding.Message)),
            Tag.Of("p", Sentence(finding.Advice)));
    }

    private static IEnumerable<string> Places(Finding finding)
    {
        if (finding.Layer is not null)
        {
            yield return $"layer {finding.Layer}";
        }

        if (finding.Epoch is { } epoch)
        {
            yield return $"epoch {Figures.Count(epoch)}";
        }

        if (finding.Step is { } step)
        {
            yield return $"update {Figures.Count(step)}";
        }

        if (finding.StaticRule is not null)
        {
            yield return $"same cause as {finding.StaticRule} at compile time";
        }
    }

    private static string Sentence(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
}
