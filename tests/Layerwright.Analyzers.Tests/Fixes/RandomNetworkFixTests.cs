using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Analyzers.Tests.Hostile;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>Networks and blocks of every kind that the layers allow: whatever is offered for a diagnostic keeps what every fix promises.</summary>
public class RandomNetworkFixTests
{
    private const int Networks = 1;

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(20_000, 20), .. Enumerable.Range(0, 5).Select(i => 60_000 + (DateTime.UtcNow.DayOfYear * 10) + i)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_offer_mends_its_diagnostic_compiles_and_brings_no_other(int seed)
    {
        var solution = TestWorkspace.Create(new PlausibleSource(seed).File(Networks));
        var run = await AnalyzerRun.OfAsync(solution.Projects.Single());
        Assert.Empty(run.Errors);
        foreach (var diagnostic in run.Analyzers)
        {
            if (AllFixes.For(diagnostic.Id) is not { } fix)
            {
                continue;
            }

            foreach (var offer in await FixRun.OffersAsync(fix, solution.File(), diagnostic))
            {
                Assert.StartsWith(diagnostic.Id, offer.EquivalenceKey);
                var mended = await FixRun.ApplyAsync(offer);
                var now = await AnalyzerRun.OfAsync(mended.Projects.Single());
                string what = $"'{offer.Title}' for\n{diagnostic}\nin\n{Declaration(diagnostic)}\n";
                Assert.True(!now.Errors.Any(), $"{what}does not compile: {string.Join('\n', now.Errors)}");
                Assert.True(Count(now, diagnostic.Id) < Count(run, diagnostic.Id), $"{what}left it");
                foreach (var brought in now.Analyzers.Where(found => IsNews(found, diagnostic) && Warnings(now, found.Id) > Warnings(run, found.Id)))
                {
                    Assert.Fail($"{what}brought\n{brought}\nin\n{Declaration(brought)}");
                }
            }
        }
    }

    /// <summary>Behind an error no other rule has looked yet: whatever it says when the error is gone, the fix has not brought it.</summary>
    private static bool IsNews(Diagnostic found, Diagnostic mended) => found.Severity > DiagnosticSeverity.Info && (IsOfShapes(found.Id) || !IsOfShapes(mended.Id));

    private static bool IsOfShapes(string id) => id.StartsWith("LW0", StringComparison.Ordinal) || id.StartsWith("LW1", StringComparison.Ordinal);

    private static int Count(AnalyzerRun run, string id) => run.Analyzers.Count(found => found.Id == id);

    private static int Warnings(AnalyzerRun run, string id) => run.Analyzers.Count(found => found.Id == id && found.Severity > DiagnosticSeverity.Info);

    /// <summary>The class that a diagnostic is of.</summary>
    private static string Declaration(Diagnostic diagnostic)
    {
        var root = diagnostic.Location.SourceTree!.GetRoot();
        var members = root.ChildNodes().Where(node => node.Span.Contains(diagnostic.Location.SourceSpan));
        return string.Concat(members.Select(member => member.ToFullString()));
    }
}
