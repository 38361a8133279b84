using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;
using Layerwright.CodeFixes.Fixes.Declaration;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>The fix-all provider that all fixes share, over its three scopes.</summary>
public class ScopeTests
{
    private const string Key = "LW2001.ReLU";

    private static IReadOnlyDictionary<string, CodeFixProvider> Providers { get; } = typeof(NotPartialFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .ToDictionary(fix => fix.FixableDiagnosticIds.Single(), StringComparer.Ordinal);

    public static TheoryData<string> FixableIds { get; } = [.. Providers.Keys.Order(StringComparer.Ordinal)];

    private static string Before(string name) => $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm]\n[Sigmoid]\n[Dense(2)]\npublic partial class {name};";

    private static string After(string name) => Before(name).Replace("Sigmoid", "ReLU", StringComparison.Ordinal);

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task It_mends_what_is_in_the_scope_and_nothing_else(FixAllScope scope, int mended)
    {
        var solution = TestWorkspace.Create([[Before("One"), Before("Two")], [Before("Three")]]);
        var changed = await FixRun.ApplyAllAsync(new SigmoidInHiddenLayerFix(), solution.File(), scope, Key);
        string[] names = ["One", "Two", "Three"];
        var projects = changed.Projects.ToList();
        await VerifyFix.HasTextsAsync(projects[0], names[..2].Select((name, i) => i < mended ? After(name) : Before(name)).ToList());
        await VerifyFix.HasTextsAsync(projects[1], [mended > 2 ? After("Three") : Before("Three")]);
    }

    [Fact]
    public async Task Without_a_key_the_first_offer_is_taken_as_dotnet_format_needs_it_for_several_rules_at_once()
    {
        var solution = TestWorkspace.Create([[Before("One")]]);
        var changed = await FixRun.ApplyAllAsync(new SigmoidInHiddenLayerFix(), solution.File(), FixAllScope.Solution, equivalenceKey: null);
        await VerifyFix.HasTextsAsync(changed.Projects.Single(), [After("One")]);
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_is_mended_and_a_second_run_changes_nothing(FixAllScope scope)
    {
        var fix = new SigmoidInHiddenLayerFix();
        var solution = TestWorkspace.Create([[Before("One"), Before("Two")]]);
        var changed = await FixRun.ApplyAllAsync(fix, solution.File(), scope, Key);
        await VerifyFix.IsMendedAsync(fix, solution, changed, all: true);
        Assert.Same(changed, await FixRun.ApplyAllAsync(fix, changed.File(), scope, Key));
    }

    [Fact]
    public async Task Edits_in_files_of_another_scope_member_are_made_too()
    {
        // The containing type stands in both files: each diagnostic wants it partial in both.
        string[] before = ["static class Outer\n{\n    [Network, Input(4), Dense(2)]\n    class One;\n}", "static class Other\n{\n    [Network, Input(4), Dense(2)]\n    class Two;\n}"];
        var fix = new NotPartialFix();
        var solution = TestWorkspace.Create([before]);
        var changed = await FixRun.ApplyAllAsync(fix, solution.File(), FixAllScope.Project, "LW0001");
        await VerifyFix.HasTextsAsync(changed.Projects.Single(), before.Select(text => text.Replace("class", "partial class", StringComparison.Ordinal)).ToList());
        await VerifyFix.IsMendedAsync(fix, solution, changed, all: true);
    }

    [Theory]
    [MemberData(nameof(FixableIds))]
    public void Every_fix_has_an_export_a_rule_and_the_shared_provider(string id)
    {
        var fix = Providers[id];
        Assert.Contains(id, Rules.RuleExamples.Sources.Keys);
        var scopes = fix.GetFixAllProvider()!.GetSupportedFixAllScopes().ToList();
        Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], scopes);
        var export = Assert.Single(fix.GetType().GetCustomAttributes(typeof(ExportCodeFixProviderAttribute), false).Cast<ExportCodeFixProviderAttribute>());
        Assert.Equal(LanguageNames.CSharp, export.Languages.Single());
    }

    [Theory]
    [MemberData(nameof(FixableIds))]
    public async Task Every_offer_for_every_rules_example_mends_it_alone_and_in_every_scope(string id)
    {
        var fix = Providers[id];
        var solution = Rules.RuleExamples.Solution(id, Rules.RuleExamples.Sources[id]);
        var diagnostic = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).First(diagnostic => diagnostic.Id == id);
        var offers = await FixRun.OffersAsync(fix, solution.File(), diagnostic);
        Assert.NotEmpty(offers);
        foreach (var offer in offers)
        {
            Assert.StartsWith(id, offer.EquivalenceKey);
            var alone = await FixRun.ApplyAsync(offer);
            await VerifyFix.IsMendedAsync(fix, solution, alone, all: true);
            foreach (var scope in fix.GetFixAllProvider()!.GetSupportedFixAllScopes())
            {
                var together = await FixRun.ApplyAllAsync(fix, solution.File(), scope, offer.EquivalenceKey!);
                await VerifyFix.IsMendedAsync(fix, solution, together, all: true);
                if (Rules.RuleExamples.Findings(id) == 1)
                {
                    Assert.Equal(await alone.File().TextAsync(), await together.File().TextAsync());
                }
            }
        }
    }
}
