using System.Text.RegularExpressions;
using Layerwright.Analyzers.Rules;
using Layerwright.RuleTables;
using Layerwright.Testing;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Pages;

/// <summary>The rules' pages say what is so: their bad code gives the diagnostic, their good code does not.</summary>
public partial class RulePageTests
{
    private static readonly string[] s_sections = ["Cause", "Why", "Bad", "Good", "How to fix", "When to suppress", "Options"];

    private static string Folder => Path.Combine(Repository.Root, "analyzers/docs/rules");

    public static TheoryData<string> Ids { get; } = [.. RuleRegistry.All.Select(rule => rule.Descriptor.Id)];

    /// <summary>The others show a project's settings.</summary>
    public static TheoryData<string> IdsWithCode { get; } =
        [.. RuleRegistry.All.Select(rule => rule.Descriptor.Id).Where(id => Page(id).Contains("```csharp", StringComparison.Ordinal))];

    [Fact]
    public void There_is_a_page_for_every_rule_and_no_other() => Assert.Equal(
        RuleRegistry.All.Select(rule => rule.Descriptor.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Folder, "LW*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_its_rules_name_and_every_section_filled(string id)
    {
        string page = Page(id);
        var rule = RuleRegistry.Get(id);
        Assert.StartsWith($"# {id}: {rule.GetType().Name[..^"Rule".Length]}\n", page);
        Assert.Contains($"| Category | {rule.Descriptor.Category} |", page);
        Assert.Contains($"| Severity | {rule.Descriptor.DefaultSeverity}", page);
        Assert.All(s_sections, section => Assert.True(Section(page, section).Trim().Length > 3, $"{section} is empty."));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_a_fix_where_there_is_one(string id)
    {
        string fix = Section(Page(id), null).Split('\n').Single(line => line.StartsWith("| Code fix |", StringComparison.Ordinal)).Split('|')[2].Trim();
        Assert.Equal(Fixes.ScopeTests.FixableIds.Any(fixable => fixable.Data == id), fix != "–");
    }

    /// <summary>Tables, heads, bad examples and options are as the tool writes them.</summary>
    [Fact]
    public void What_follows_from_the_rules_is_up_to_date() => Assert.Empty(
        RuleDocuments.Of(Repository.Root).Where(document => document.IsStale).Select(document => document.Path));

    [Theory]
    [MemberData(nameof(IdsWithCode))]
    public async Task Bad_code_gives_the_diagnostic_and_good_code_does_not(string id)
    {
        Assert.Contains(await FoundAsync(Section(Page(id), "Bad")), found => found.Id == id);
        Assert.DoesNotContain(await FoundAsync(Section(Page(id), "Good")), found => found.Id == id && found.Severity == RuleRegistry.Get(id).Descriptor.DefaultSeverity);
    }

    private static async Task<IEnumerable<Diagnostic>> FoundAsync(string section)
    {
        string code = Fence().Match(section).Groups[1].Value;
        var run = await AnalyzerRun.OfAsync(TestWorkspace.Create(code).Projects.Single());
        return run.Analyzers;
    }

    private static string Page(string id) => File.ReadAllText(Path.Combine(Folder, id + ".md"));

    /// <summary>A section's text; what stands before the first one for null.</summary>
    private static string Section(string page, string? title)
    {
        var parts = page.Split("\n## ");
        return title is null ? parts[0] : Assert.Single(parts, part => part.StartsWith(title + "\n", StringComparison.Ordinal))[title.Length..];
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
