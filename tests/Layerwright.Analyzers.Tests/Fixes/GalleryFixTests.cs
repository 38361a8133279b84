using Layerwright.Analyzers.Tests.Harness;
using Layerwright.Analyzers.Tests.Rules;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>Every fix on every network of the gallery, not on its own rule's alone: all that is offered anywhere keeps what every fix promises.</summary>
public class GalleryFixTests
{
    public static TheoryData<string> Ids { get; } = [.. RuleExamples.Sources.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_fix_that_a_network_of_the_gallery_is_offered_keeps_its_promises(string id)
    {
        var solution = RuleExamples.Solution(id, RuleExamples.Sources[id]);
        foreach (var diagnostic in await FixRun.DiagnosticsAsync(solution.Projects.Single()))
        {
            if (AllFixes.For(diagnostic.Id) is not { } fix)
            {
                continue;
            }

            foreach (var offer in await FixRun.OffersAsync(fix, solution.File(), diagnostic))
            {
                await VerifyFix.IsMendedAsync(fix, solution, await FixRun.ApplyAsync(offer), all: false);
                var once = await FixRun.ApplyAllAsync(fix, solution.File(), FixAllScope.Document, offer.EquivalenceKey);
                await VerifyFix.IsMendedAsync(fix, solution, once, all: false);
                var twice = await FixRun.ApplyAllAsync(fix, once.File(), FixAllScope.Document, offer.EquivalenceKey);
                Assert.Equal(await once.File().TextAsync(), await twice.File().TextAsync());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task All_fixes_in_turn_leave_nothing_that_one_of_them_could_still_mend(string id)
    {
        var rounds = new FixRounds(choice: 0, mostRounds: 5);
        var end = await rounds.ApplyAsync(RuleExamples.Solution(id, RuleExamples.Sources[id]));
        Assert.Null(rounds.Endless);
        Assert.Empty((await AnalyzerRun.OfAsync(end.Projects.Single())).Errors);
    }
}
