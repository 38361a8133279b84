using System.Globalization;
using System.Text.RegularExpressions;
using Layerwright.Analyzers.Options;
using Layerwright.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Layerwright.RuleTables;

/// <summary>A rule's page: its prose is written by hand, its head, its bad example and its options follow from rule and gallery.</summary>
/// <param name="rule">The rule.</param>
/// <param name="text">The page as it stands.</param>
internal sealed partial class RulePage(Rule rule, string text)
{
    public string Id => rule.Descriptor.Id;

    public string Name => NameOf(rule);

    public string Title => rule.Descriptor.Title.ToString(CultureInfo.InvariantCulture);

    /// <summary>As the rule has it; where it has conditions the page names them behind a semicolon.</summary>
    public string Severity => rule.Descriptor.DefaultSeverity
        + (rule.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? " (not configurable)" : "")
        + (Row("Severity") is { } written && written.IndexOf(';', StringComparison.Ordinal) is >= 0 and int at ? written[at..] : "");

    /// <summary>What the fix offers, as the page says it.</summary>
    public string Fix => Row("Code fix") ?? "–";

    /// <summary>The name of a rule: its class's.</summary>
    public static string NameOf(Rule rule) => rule.GetType().Name[..^"Rule".Length];

    /// <summary>The page as it should be.</summary>
    /// <param name="bad">The gallery's network, or null where the example is no code.</param>
    public string Rewritten(string? bad)
    {
        string head = $"# {Id}: {Name}\n\n| | |\n|---|---|\n| Category | {rule.Descriptor.Category} |\n| Severity | {Severity} |\n| Code fix | {Fix} |\n\n";
        string body = text[text.IndexOf("## ", StringComparison.Ordinal)..];
        if (bad is not null)
        {
            body = BadCode().Replace(body, match => $"{match.Groups[1].Value}```csharp\n{Shown(bad)}```\n");
        }

        return head + OptionsSection().Replace(body, match => match.Groups[1].Value + Options());
    }

    private string? Row(string name) => text.Split('\n')
        .Where(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
        .Select(line => line.Split('|')[2].Trim())
        .FirstOrDefault();

    /// <summary>Without the namespace that keeps the gallery's networks apart.</summary>
    private static string Shown(string bad) => GalleryNamespace().Replace(bad, "");

    private string Options() => rule.Options.Count == 0
        ? "None.\n"
        : "| key in `.editorconfig` | default | what it is |\n|---|---|---|\n" + string.Concat(rule.Options.Select(option =>
            string.Create(CultureInfo.InvariantCulture, $"| `{OptionKeys.Of(Id, option)}` | {option.Default} | {option.Meaning} |\n")));

    [GeneratedRegex("(## Bad\n\n(?:[^`#][^\n]*\n+)*)```csharp\n.*?```\n", RegexOptions.Singleline)]
    private static partial Regex BadCode();

    [GeneratedRegex("(## Options\n\n).*", RegexOptions.Singleline)]
    private static partial Regex OptionsSection();

    [GeneratedRegex("^namespace BadNetworks[^;]*;\n\n", RegexOptions.Multiline)]
    private static partial Regex GalleryNamespace();
}
