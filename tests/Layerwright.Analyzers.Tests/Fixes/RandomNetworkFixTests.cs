using System.Text;
using Layerwright.CodeFixes.Fixes.Activations;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>Legal networks and blocks of every kind that the layers allow: whatever is offered for a warning keeps what every fix promises.</summary>
public class RandomNetworkFixTests
{
    private static readonly CodeFixProvider[] s_fixes =
    [
        .. typeof(SigmoidInHiddenLayerFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<int> Seeds { get; } = [0, 2, 4, 9, (DateTime.UtcNow.DayOfYear * 100) + 50];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_offer_mends_its_diagnostic_compiles_and_brings_no_other(int seed)
    {
        var solution = TestWorkspace.Create(Source(new Random(seed)));
        var run = await AnalyzerRun.OfAsync(solution.Projects.Single());
        Assert.Empty(run.Errors);
        Assert.NotEmpty(run.Analyzers);
        foreach (var diagnostic in run.Analyzers)
        {
            if (s_fixes.SingleOrDefault(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)) is not { } fix)
            {
                continue;
            }

            foreach (var offer in await FixRun.OffersAsync(fix, solution.File(), diagnostic))
            {
                var mended = await FixRun.ApplyAsync(offer);
                var now = await AnalyzerRun.OfAsync(mended.Projects.Single());
                Assert.Empty(now.Errors);
                Assert.True(
                    now.Analyzers.Count(found => found.Id == diagnostic.Id) < run.Analyzers.Count(found => found.Id == diagnostic.Id),
                    $"'{offer.Title}' left {diagnostic}:\n{await mended.File().TextAsync()}");
                foreach (string id in s_fixes.Select(other => other.FixableDiagnosticIds.Single()))
                {
                    int before = Warnings(run, id), after = Warnings(now, id);
                    Assert.True(after <= before, $"'{offer.Title}' brought {after - before} {id}:\n{await mended.File().TextAsync()}");
                }
            }
        }
    }

    private static int Warnings(AnalyzerRun run, string id) =>
        run.Analyzers.Count(found => found.Id == id && found.Severity > DiagnosticSeverity.Info);

    /// <summary>Two networks over three blocks of width 8.</summary>
    private static string Source(Random random)
    {
        var text = new StringBuilder();
        foreach (string block in new[] { "A", "B", "C" })
        {
            text.Append("[Block]\n").Append(Layers(random, [], last: "Dense(8)")).Append($"class {block};\n\n");
        }

        foreach (string network in new[] { "One", "Two" })
        {
            text.Append("[Network]\n[Input(8)]\n")
                .Append(Layers(random, ["Residual<A>", "Use<B>", "Repeat<C>(2)", "Residual<B, C>"], last: "Dense(2)"))
                .Append(random.Next(2) == 0 ? "[MeanSquaredError]\n" : "")
                .Append($"public partial class {network};\n\n");
        }

        return text.ToString();
    }

    private static string Layers(Random random, string[] composites, string last)
    {
        var text = new StringBuilder();
        for (int i = random.Next(2, 6); i > 0; i--)
        {
            string init = Pick(random, "", "", ", Init = Init.Xavier", ", Init = Init.LeCun", ", Init = Init.He");
            string weights = composites.Length > 0 && random.Next(3) == 0 ? Pick(random, composites) : $"Dense(8{init}{Pick(random, "", "", ", UseBias = true")})";
            string normalization = Pick(random, "", "", "BatchNorm", "Dropout(0.1)");
            string activation = Pick(random, "ReLU", "LeakyReLU", "Sigmoid", "Tanh", "");
            string[] layers = [.. new[] { weights, normalization, activation }.Where(layer => layer.Length > 0)];
            text.Append(random.Next(3) == 0 ? $"[{string.Join(", ", layers)}]\n" : string.Concat(layers.Select(layer => $"[{layer}] // {i}\n")));
        }

        return text.Append($"[{last}]\n").ToString() + (composites.Length == 0 ? Pick(random, "", "[BatchNorm]\n", "[ReLU]\n", "[Sigmoid]\n") : "");
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
