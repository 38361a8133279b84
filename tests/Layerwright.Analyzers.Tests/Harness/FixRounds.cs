using System.Collections.Immutable;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Harness;

/// <summary>Applies every fix in turn, each to all that it mends in a file, until a round changes nothing.</summary>
internal sealed class FixRounds(int choice)
{
    private readonly List<string> _applied = [];

    /// <summary>The fixes of the last round that changed something, for the message of a test that failed.</summary>
    public string Applied => string.Join(", ", _applied);

    /// <summary>Goes on for at most so many rounds; the last of a fixed point is the one that changed nothing.</summary>
    /// <returns>What the file then is, and how many rounds it took; one more than allowed where no end was reached.</returns>
    public async Task<(Solution Solution, int Rounds)> ApplyAsync(Solution solution, int mostRounds)
    {
        for (int round = 1; round <= mostRounds; round++)
        {
            var next = await RoundAsync(solution);
            if (next == solution)
            {
                return (solution, round);
            }

            solution = next;
        }

        return (solution, mostRounds + 1);
    }

    private async Task<Solution> RoundAsync(Solution solution)
    {
        _applied.Clear();
        var found = await AnalyzersAsync(solution);
        foreach (string id in AllFixes.Ids)
        {
            if (!found.Any(diagnostic => diagnostic.Id == id))
            {
                continue;
            }

            string before = await solution.File().TextAsync();
            var changed = await ApplyAllAsync(AllFixes.For(id)!, solution, [.. found.Where(diagnostic => diagnostic.Id == id)]);
            if (await changed.File().TextAsync() != before)
            {
                _applied.Add(id);
                solution = changed;
                found = await AnalyzersAsync(solution);
            }
        }

        return solution;
    }

    /// <summary>Of several choices the same at every round: no two of them take turns for ever.</summary>
    private async Task<Solution> ApplyAllAsync(CodeFixProvider fix, Solution solution, ImmutableArray<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var offers = await FixRun.OffersAsync(fix, solution.File(), diagnostic);
            if (offers.Count > 0)
            {
                return await FixRun.ApplyAllAsync(fix, solution.File(), offers[choice % offers.Count].EquivalenceKey, diagnostics);
            }
        }

        return solution;
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzersAsync(Solution solution)
    {
        var found = await AnalyzerRun.AnalyzersAsync(solution.Projects.Single());
        Assert.DoesNotContain(found, diagnostic => diagnostic.Id == "AD0001");
        return found;
    }
}
