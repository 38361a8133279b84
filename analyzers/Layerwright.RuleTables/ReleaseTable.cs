using Layerwright.Analyzers.Rules;

namespace Layerwright.RuleTables;

/// <summary>The table that Roslyn's release tracking reads.</summary>
internal static class ReleaseTable
{
    private const string Head = "--------|----------|----------|------\n";

    /// <summary>The file's head with a row for each rule.</summary>
    public static string Replace(string text)
    {
        int end = text.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        return text[..end] + string.Concat(RuleRegistry.All.Select(Row));
    }

    private static string Row(Rule rule)
    {
        var descriptor = rule.Descriptor;
        return $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {RulePage.NameOf(rule)}, [documentation]({descriptor.HelpLinkUri})\n";
    }
}
