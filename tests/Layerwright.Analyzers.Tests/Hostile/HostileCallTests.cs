using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Editing.Calls;
using Layerwright.Testing.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace Layerwright.Analyzers.Tests.Hostile;

/// <summary>Code that trains, as it is while it is typed: no rule and no fix throws at it.</summary>
public class HostileCallTests
{
    private const string Statements = """
        Optimizer rule = new Adam(0.5f) { WeightDecay = 0.3f, Beta1 = 1f } with { LearningRate = 2f };
        net.LoadWeights("a");
        var trainer = new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }) { BatchSize = 1, Schedule = new Warmup(9, new StepDecay(30)) };
        trainer.Fit(data, test, epochs: 20);
        var (train, rest) = Dataset.FromLabels(new float[784000], new int[1000], 10).Split(0.9, seed: 1);
        new Trainer<Digits>(Digits.Load("b"), new AdamW()).Fit(train, rest, 0);
        var step = net.CreateTrainingStep(maxBatchSize: 0);
        step.Step(new float[784], new[] { 1 }, rule);
        """;

    private static IReadOnlyList<CallFix> Fixes { get; } = typeof(CallFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CallFix)))
        .Select(type => (CallFix)Activator.CreateInstance(type)!)
        .ToList();

    /// <summary>Every fourth token, beginning with one of the first four.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_missing_token_breaks_nothing(int first)
    {
        var tokens = CSharpSyntaxTree.ParseText(Statements).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        int reported = 0;
        for (int i = first; i < tokens.Count; i += 4)
        {
            reported += await CountAsync(Statements.Remove(tokens[i].SpanStart, tokens[i].Span.Length));
        }

        Assert.True(reported > tokens.Count, "Hardly anything was judged.");
    }

    [Theory]
    [InlineData("var copy = new Trainer<Digits>(net, new Adam()) with { BatchSize = 1 };")]
    [InlineData("float a; float b; a = b; b = a; new Adam(a);")]
    [InlineData("new Trainer<>(net, new Adam()); new Trainer<int>(1, new Adam(5f)); new TrainingStep<string>(\"\", 0);")]
    [InlineData("new Trainer<Digits>(net, new Adam(default, 1) { WeightDecay = \"much\" }) { BatchSize = null }.Fit(epochs: 1.5);")]
    [InlineData("new Optimizer() { LearningRate = 5f }; new Schedule(); new Sgd(0.1m); new Sgd('a'); new Sgd(true);")]
    [InlineData("new Trainer<Digits>(net, optimizer: new Sgd()) { Schedule = Schedule }.Fit().Fit(data);")]
    public async Task Nor_does_code_that_means_nothing(string statements) => await CountAsync(statements);

    /// <summary>Looks at the code, and at what every fix would do about it.</summary>
    private static async Task<int> CountAsync(string statements)
    {
        var solution = TestWorkspace.Create(Sessions.Of(statements, Sessions.PenalizedDigits));
        var run = await AnalyzerRun.OfAsync(solution.Projects.Single());
        Assert.DoesNotContain(run.Analyzers, diagnostic => diagnostic.Id == "AD0001");
        var ofCalls = run.Analyzers.Where(diagnostic => diagnostic.Id.StartsWith("LW5", StringComparison.Ordinal)).ToList();
        foreach (var diagnostic in ofCalls)
        {
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                foreach (var offer in await FixRun.OffersAsync(fix, solution.File(), diagnostic))
                {
                    await FixRun.ApplyAsync(offer);
                }
            }
        }

        return ofCalls.Count;
    }
}
