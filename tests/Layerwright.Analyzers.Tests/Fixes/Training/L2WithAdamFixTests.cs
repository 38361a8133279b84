using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Training;

namespace Layerwright.Analyzers.Tests.Fixes.Training;

/// <summary>LW5003's fix.</summary>
public class L2WithAdamFixTests
{
    private const string Title = "Use AdamW with the same value";

    [Theory]
    [InlineData("Optimizer optimizer = new Adam(1e-3f) { WeightDecay = 0.01f };", "Optimizer optimizer = new AdamW(1e-3f) { WeightDecay = 0.01f };")]
    [InlineData("var optimizer = new Adam /* slow */ { WeightDecay = 0.01f };", "var optimizer = new AdamW /* slow */ { WeightDecay = 0.01f };")]
    [InlineData("var optimizer = new Layerwright.Adam { WeightDecay = 0.01f };", "var optimizer = new Layerwright.AdamW { WeightDecay = 0.01f };")]
    [InlineData("var optimizer = new global::Layerwright.Adam { WeightDecay = 0.01f };", "var optimizer = new global::Layerwright.AdamW { WeightDecay = 0.01f };")]
    [InlineData("Adam optimizer = new Adam { WeightDecay = 0.01f };", "AdamW optimizer = new AdamW { WeightDecay = 0.01f };")]
    [InlineData("Adam optimizer = new() { WeightDecay = 0.01f };", "AdamW optimizer = new() { WeightDecay = 0.01f };")]
    [InlineData("new Trainer<Digits>(net, new Adam { WeightDecay = 0.01f }).Fit(data);", "new Trainer<Digits>(net, new AdamW { WeightDecay = 0.01f }).Fit(data);")]
    public Task It_makes_the_optimizer_an_AdamW(string before, string after) => VerifyFix.AloneAsync(new L2WithAdamFix(), Title, Sessions.Of(before), Sessions.Of(after));

    [Theory]
    [InlineData("Adam one = new(), two = new Adam { WeightDecay = 0.01f };")]
    [InlineData("var all = new Adam[] { new Adam { WeightDecay = 0.01f } };")]
    [InlineData("var optimizer = new Adam { WeightDecay = 0.01f }; Adam other = optimizer;")]
    [InlineData("var adam = new Adam(); var optimizer = adam with { WeightDecay = 0.01f };")]
    public Task It_is_not_offered_where_something_else_must_be_an_Adam(string statements) => VerifyFix.OffersNothingAsync(new L2WithAdamFix(), Sessions.Of(statements));

    [Fact]
    public Task It_is_not_offered_for_penalties_of_layers() => VerifyFix.OffersNothingAsync(
        new L2WithAdamFix(), Sessions.Of("new Trainer<Digits>(net, new Adam()).Fit(data);", Sessions.PenalizedDigits));

    [Fact]
    public Task Penalties_of_layers_stay_the_fault_they_were() => VerifyFix.AloneAsync(
        new L2WithAdamFix(),
        Title,
        Sessions.Of("Optimizer optimizer = new Adam { WeightDecay = 0.01f };\nnew Trainer<Digits>(net, optimizer).Fit(data);", Sessions.PenalizedDigits),
        Sessions.Of("Optimizer optimizer = new AdamW { WeightDecay = 0.01f };\nnew Trainer<Digits>(net, optimizer).Fit(data);", Sessions.PenalizedDigits));

    [Fact]
    public Task An_alias_becomes_the_plain_name() => VerifyFix.AloneAsync(
        new L2WithAdamFix(),
        Title,
        "using Rule = Layerwright.Adam;\n" + Sessions.Of("var optimizer = new Rule { WeightDecay = 0.01f };"),
        "using Rule = Layerwright.Adam;\n" + Sessions.Of("var optimizer = new AdamW { WeightDecay = 0.01f };"));

    [Fact]
    public Task All_in_a_document_are_mended_together() => VerifyFix.AllInDocumentAsync(
        new L2WithAdamFix(),
        "LW5003",
        Sessions.Of("Optimizer[] all = [new Adam { WeightDecay = 0.01f }, new Adam(1e-3f) { WeightDecay = 0.1f }];"),
        Sessions.Of("Optimizer[] all = [new AdamW { WeightDecay = 0.01f }, new AdamW(1e-3f) { WeightDecay = 0.1f }];"));
}
