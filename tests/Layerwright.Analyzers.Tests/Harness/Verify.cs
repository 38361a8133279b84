using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Checks that sources give exactly the diagnostics that are marked in them.</summary>
internal static class Verify
{
    /// <summary>Files of one project; every LW diagnostic must be marked, and every mark be met, at the exact place.</summary>
    public static async Task<AnalyzerRun> DiagnosticsAsync(params string[] marked)
    {
        var files = marked.Select(Markup.Parse).ToList();
        var run = await AnalyzerRun.OfAsync(TestWorkspace.Create([.. files.Select(file => file.Text)]).Projects.Single());
        for (int i = 0; i < files.Count; i++)
        {
            string path = $"File{i}.cs";
            string text = files[i].Text;
            var expected = files[i].Expected.Select(mark => Describe(mark.Id, mark.Span.Start, text.Substring(mark.Span.Start, mark.Span.Length)));
            var found = run.Analyzers
                .Where(diagnostic => Path.GetFileName(diagnostic.Location.SourceTree?.FilePath) == path)
                .Select(diagnostic => Describe(
                    diagnostic.Id, diagnostic.Location.SourceSpan.Start, text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }

        Assert.DoesNotContain(run.Analyzers, diagnostic => diagnostic.Id == "AD0001");
        Assert.DoesNotContain(run.Compiler, diagnostic => diagnostic.Id == "CS8785");
        return run;
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
