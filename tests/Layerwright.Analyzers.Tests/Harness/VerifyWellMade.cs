using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Networks that are as they should be.</summary>
internal static class VerifyWellMade
{
    /// <summary>Nothing above info is said of it, and it compiles.</summary>
    public static async Task IsCleanAsync(string source)
    {
        var run = await RunAsync(source);
        Says(run, diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);
    }

    /// <summary>All of these rules speak of it, and no other, not even as a suggestion.</summary>
    public static async Task GivesOnlyAsync(string source, params string[] ids)
    {
        var run = await RunAsync(source);
        Says(run, diagnostic => !ids.Contains(diagnostic.Id));
        Assert.Equal(ids.Order(StringComparer.Ordinal), run.Analyzers.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<AnalyzerRun> RunAsync(string source)
    {
        var run = await AnalyzerRun.OfAsync(TestWorkspace.Create(source).Projects.Single());
        Assert.Empty(run.Errors);
        return run;
    }

    private static void Says(AnalyzerRun run, Func<Diagnostic, bool> isWrong) =>
        Assert.Equal("", string.Join('\n', run.Analyzers.Where(isWrong).Select(diagnostic => diagnostic.ToString())));
}
