using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Training;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Fixes.Training;

/// <summary>LW5004's fixes.</summary>
public class DoubleRegularizationFixTests
{
    [Theory]
    [InlineData("new Sgd { Momentum = 0.9f, WeightDecay = 1e-4f }", "new Sgd { Momentum = 0.9f }")]
    [InlineData("new Sgd { WeightDecay = 1e-4f, Momentum = 0.9f /* keep */ }", "new Sgd { Momentum = 0.9f /* keep */ }")]
    [InlineData("new Sgd(0.1f) { WeightDecay = 1e-4f }", "new Sgd(0.1f)")]
    [InlineData("new Sgd { WeightDecay = 1e-4f }", "new Sgd()")]
    [InlineData("new Sgd() with { WeightDecay = 1e-4f }", "new Sgd() with { }")]
    public Task The_decay_is_taken_away(string before, string after) => VerifyFix.AloneAsync(
        new DoubleRegularizationFix(), "Remove WeightDecay", Penalized($"new Trainer<Digits>(net, {before}).Fit(data);"), Penalized($"new Trainer<Digits>(net, {after}).Fit(data);"));

    [Fact]
    public Task Or_the_penalties_in_whatever_file_they_are()
    {
        const string Session = "static class Session { public static void Run(Digits net, Dataset data) => new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }).Fit(data); }";
        string network = Sessions.PenalizedDigits.Replace("[Dense(256, L2", "[Dense(256, /* wide */ Name = \"Wide\", L2", StringComparison.Ordinal);
        return VerifyFix.AloneAsync(
            new DoubleRegularizationFix(),
            "Remove L2",
            [Session, network],
            [Session, Sessions.Digits.Replace("[Dense(256", "[Dense(256, /* wide */ Name = \"Wide\"", StringComparison.Ordinal)]);
    }

    [Fact]
    public async Task Penalties_in_blocks_are_left_alone()
    {
        string network = Sessions.Digits.Replace("[Dense(256)]\n", "[Use<Inner>]\n", StringComparison.Ordinal) + "[Block]\n[Dense(256, L2 = 0.01)]\nclass Inner;\n";
        var solution = TestWorkspace.Create(Sessions.Of("new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }).Fit(data);", network));
        var diagnostic = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(diagnostic => diagnostic.Id == "LW5004");
        var offers = await FixRun.OffersAsync(new DoubleRegularizationFix(), solution.File(), diagnostic);
        Assert.Equal("Remove WeightDecay", Assert.Single(offers).Title);
    }

    [Theory]
    [InlineData("LW5004.WeightDecay")]
    [InlineData("LW5004.L2")]
    public Task All_in_a_document_are_mended_together(string key) => VerifyFix.AllInDocumentAsync(
        new DoubleRegularizationFix(),
        key,
        Penalized("new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }).Fit(data); net.CreateTrainingStep(64).Update(new RmsProp { WeightDecay = 1e-3f });"),
        key.EndsWith("L2", StringComparison.Ordinal)
            ? Sessions.Of("new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }).Fit(data); net.CreateTrainingStep(64).Update(new RmsProp { WeightDecay = 1e-3f });")
            : Penalized("new Trainer<Digits>(net, new Sgd()).Fit(data); net.CreateTrainingStep(64).Update(new RmsProp());"));

    private static string Penalized(string statements) => Sessions.Of(statements, Sessions.PenalizedDigits);
}
