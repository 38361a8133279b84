using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Applies a fix and holds it to what every fix promises.</summary>
internal static class VerifyFix
{
    /// <summary>
    /// Applies the offer of that title to the first diagnostic of a one-file project. The text must be as given, the project must compile
    /// with what is generated from it, the diagnostic must be gone, no other above info may appear, and the fix must have nothing left to do.
    /// </summary>
    public static Task AloneAsync(CodeFixProvider fix, string title, string before, string after) => AloneAsync(fix, title, [before], [after]);

    /// <summary>The same over several files.</summary>
    public static async Task AloneAsync(CodeFixProvider fix, string title, string[] before, string[] after)
    {
        var solution = TestWorkspace.Create(before);
        var first = (await FirstAsync(fix, solution))!;
        var offers = await FixRun.OffersAsync(fix, first.Value.Document, first.Value.Diagnostic);
        var offer = Assert.Single(offers, offer => offer.Title == title);
        var changed = await FixRun.ApplyAsync(offer);
        await HasTextsAsync(changed.Projects.Single(), after);
        await IsMendedAsync(fix, solution, changed, all: false);
    }

    /// <summary>Applies fix-all of the document of the first diagnostic; what alone promises holds for all of the document's diagnostics.</summary>
    public static async Task AllInDocumentAsync(CodeFixProvider fix, string key, string before, string after)
    {
        var solution = TestWorkspace.Create(before);
        var changed = await FixRun.ApplyAllAsync(fix, solution.File(), FixAllScope.Document, key);
        await HasTextsAsync(changed.Projects.Single(), [after]);
        await IsMendedAsync(fix, solution, changed, all: true);

        var again = await FixRun.ApplyAllAsync(fix, changed.File(), FixAllScope.Document, key);
        await HasTextsAsync(again.Projects.Single(), [after]);
    }

    /// <summary>Nothing is offered for the first diagnostic.</summary>
    public static async Task OffersNothingAsync(CodeFixProvider fix, string source)
    {
        var first = (await FirstAsync(fix, TestWorkspace.Create(source)))!;
        Assert.Empty(await FixRun.OffersAsync(fix, first.Value.Document, first.Value.Diagnostic));
    }

    /// <summary>The files of a project, in order.</summary>
    public static async Task HasTextsAsync(Project project, IReadOnlyList<string> expected)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            string path = $"File{i}.cs";
            Assert.Equal(expected[i].ReplaceLineEndings("\n"), await project.Documents.Single(document => document.Name == path).TextAsync());
        }
    }

    /// <summary>The diagnostic is gone (one of them, or all), nothing above info is new, and everything compiles.</summary>
    public static async Task IsMendedAsync(CodeFixProvider fix, Solution before, Solution after, bool all)
    {
        foreach (var project in after.Projects)
        {
            var was = await AnalyzerRun.OfAsync(before.GetProject(project.Id)!);
            var now = await AnalyzerRun.OfAsync(project);
            Assert.Empty(now.Errors);
            string id = fix.FixableDiagnosticIds.Single();
            int left = now.Analyzers.Count(diagnostic => diagnostic.Id == id);
            Assert.True(all ? left == 0 : left < was.Analyzers.Count(diagnostic => diagnostic.Id == id), $"{id} is still reported.");
            Assert.DoesNotContain(
                now.Analyzers,
                diagnostic => diagnostic.Severity > DiagnosticSeverity.Info && was.Analyzers.All(old => old.Id != diagnostic.Id));
        }
    }

    private static async Task<(Document Document, Diagnostic Diagnostic)?> FirstAsync(CodeFixProvider fix, Solution solution)
    {
        var run = await AnalyzerRun.OfAsync(solution.Projects.Single());
        var diagnostic = run.Analyzers.First(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
        return (solution.GetDocument(diagnostic.Location.SourceTree)!, diagnostic);
    }
}
