using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Checks that sources give exactly the diagnostics that are marked in them.</summary>
internal static class Verify
{
    /// <summary>Files of one project; every LW diagnostic above info must be marked, and every mark be met, at the exact place.</summary>
    public static Task<AnalyzerRun> DiagnosticsAsync(params string[] marked) => HasAsync(TestWorkspace.Create, IsRelevant, marked);

    /// <summary>The same for one rule alone, its hints included: what others say of the sources is not looked at.</summary>
    public static Task<AnalyzerRun> OnlyAsync(string id, params string[] marked) => HasAsync(TestWorkspace.Create, (found, _) => IsHeard(id, found), marked);

    /// <summary>One rule alone in a project whose <c>.editorconfig</c> sets something for all its files.</summary>
    public static Task<AnalyzerRun> OnlyWithOptionsAsync(string id, string settings, params string[] marked) => HasAsync(
        files => TestWorkspace.Create(files).WithOptions(settings), (found, _) => IsHeard(id, found), marked);

    /// <summary>The rule itself, and what would silence it: behind an error of declaration or shape no other rule speaks.</summary>
    private static bool IsHeard(string id, Diagnostic found) => found.Id == id
        || (string.CompareOrdinal(id, "LW2") > 0 && string.CompareOrdinal(found.Id, "LW2") < 0 && found.DefaultSeverity == DiagnosticSeverity.Error);

    private static bool IsRelevant(Diagnostic found, IEnumerable<string> marked) => found.Severity > DiagnosticSeverity.Info || marked.Contains(found.Id);

    private static async Task<AnalyzerRun> HasAsync(
        Func<string[], Solution> create, Func<Diagnostic, IEnumerable<string>, bool> isRelevant, string[] marked)
    {
        var files = marked.Select(Markup.Parse).ToList();
        var run = await AnalyzerRun.OfAsync(create([.. files.Select(file => file.Text)]).Projects.Single());
        var ids = files.SelectMany(file => file.Expected).Select(mark => mark.Id).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < files.Count; i++)
        {
            string path = $"File{i}.cs";
            string text = files[i].Text;
            var expected = files[i].Expected.Select(mark => Describe(mark.Id, mark.Span.Start, text.Substring(mark.Span.Start, mark.Span.Length)));
            var found = run.Analyzers
                .Where(diagnostic => Path.GetFileName(diagnostic.Location.SourceTree?.FilePath) == path && isRelevant(diagnostic, ids))
                .Select(diagnostic => Describe(
                    diagnostic.Id, diagnostic.Location.SourceSpan.Start, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }

        Assert.DoesNotContain(run.Analyzers, diagnostic => diagnostic.Id == "AD0001");
        Assert.DoesNotContain(run.Compiler, diagnostic => diagnostic.Id == "CS8785");
        return run with { Analyzers = [.. run.Analyzers.Where(diagnostic => diagnostic.Id == "AD0001" || isRelevant(diagnostic, ids))] };
    }

    /// <summary>As above, for sources that are legal C#: with what is generated from them they compile without an error.</summary>
    public static async Task<AnalyzerRun> CompilingAsync(params string[] marked)
    {
        var run = await DiagnosticsAsync(marked);
        Assert.Empty(run.Errors);
        return run;
    }

    /// <summary>The only diagnostic of a source.</summary>
    public static async Task<Diagnostic> SingleAsync(params string[] marked) => Assert.Single((await DiagnosticsAsync(marked)).Analyzers);

    private static string Describe(string id, int start, string text) => $"{id} at {start:D5}: {text}";
}
