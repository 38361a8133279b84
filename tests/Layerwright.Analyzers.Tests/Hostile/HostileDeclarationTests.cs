using Layerwright.CodeFixes.Fixes.Declaration;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Hostile;

/// <summary>Whatever a person types, analyzer and fixes do not throw. The seed is in the test's name; the day's own changes daily.</summary>
public class HostileDeclarationTests
{
    private const int ClassesPerFile = 12;

    private static readonly ILookup<string, CodeFixProvider> s_fixes = typeof(NotPartialFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)
        .ToLookup(fix => fix.FixableDiagnosticIds.Single(), StringComparer.Ordinal);

    /// <summary>30 files of 12 classes: 360 declarations.</summary>
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 20), .. Enumerable.Range(0, 10).Select(i => (DateTime.UtcNow.DayOfYear * 100) + i)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Neither_the_analyzer_nor_a_fix_throws(int seed)
    {
        string source = new HostileSource(seed).File(ClassesPerFile);
        var solution = TestWorkspace.Create(source);
        var run = await AnalyzerRun.OfAsync(solution.Projects.Single());
        Assert.DoesNotContain(run.Analyzers, diagnostic => diagnostic.Id == "AD0001");
        Assert.DoesNotContain(run.Compiler, diagnostic => diagnostic.Id == "CS8785");

        foreach (var diagnostic in run.Analyzers)
        {
            Assert.DoesNotContain("{", diagnostic.GetMessage());
            foreach (var fix in s_fixes[diagnostic.Id])
            {
                foreach (var offer in await FixRun.OffersAsync(fix, solution.File(), diagnostic))
                {
                    await ParsesNoWorseAsync(source, await FixRun.ApplyAsync(offer), offer.Title);
                }
            }
        }

        // All of one rule at once, another rule with each seed.
        var keys = run.Analyzers.Select(diagnostic => diagnostic.Id).Where(s_fixes.Contains).Distinct().Append("LW2001.ReLU").ToList();
        string key = keys[seed % keys.Count];
        await ParsesNoWorseAsync(source, await FixRun.ApplyAllAsync(s_fixes[key[..6]].Single(), solution.File(), FixAllScope.Document, key), key);
    }

    private static async Task ParsesNoWorseAsync(string source, Solution changed, string what)
    {
        string text = await changed.File().TextAsync();
        Assert.True(SyntaxErrors(text) <= SyntaxErrors(source), $"{what} broke the syntax:\n{text}");
    }

    private static int SyntaxErrors(string text) => Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(text).GetDiagnostics().Count();
}
