using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5003.</summary>
public class L2WithAdamTests
{
    private const string Id = "LW5003";

    [Theory]
    [InlineData("new Adam(1e-3f) { {|LW5003:WeightDecay = 0.01f|} }")]
    [InlineData("new Adam { Beta1 = 0.8f, {|LW5003:WeightDecay = test.Count|} }")]
    [InlineData("new Adam() with { {|LW5003:WeightDecay = 0.01f|} }")]
    public Task A_decay_of_Adam_is_reported(string optimizer) => Verify.OnlyAsync(Id, Sessions.Of($"Optimizer optimizer = {optimizer};"));

    [Theory]
    [InlineData("new Adam(1e-3f) { WeightDecay = 0f }")]
    [InlineData("new AdamW(1e-3f) { WeightDecay = 0.1f }")]
    [InlineData("new Sgd(0.1f) { WeightDecay = 1e-4f }")]
    [InlineData("new RmsProp { WeightDecay = 1e-4f }")]
    public Task None_and_that_of_others_is_not(string optimizer) => Verify.OnlyAsync(Id, Sessions.Of($"Optimizer optimizer = {optimizer};"));

    [Theory]
    [InlineData("new Trainer<Digits>(net, {|LW5003:new Adam()|}).Fit(data);")]
    [InlineData("var optimizer = new AdamW(); var trainer = new Trainer<Digits>(net, {|LW5003:optimizer: optimizer|});")]
    [InlineData("var step = net.CreateTrainingStep(64); step.Step(new float[784], new[] { 1 }, {|LW5003:new AdamW()|});")]
    [InlineData("var step = new TrainingStep<Digits>(net, 64); var adam = new AdamW(); for (int i = 0; i < 9; i++) { step.Update({|LW5003:adam|}); } step.Update(adam);")]
    public Task Penalties_of_layers_that_the_Adam_family_trains_are_reported_where_both_meet(string statements) =>
        Verify.OnlyAsync(Id, Sessions.Of(statements, Sessions.PenalizedDigits));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd()).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new RmsProp()).Fit(data);")]
    [InlineData("Optimizer optimizer = test.Count > 1 ? new Sgd() : new Adam(); new Trainer<Digits>(net, optimizer).Fit(data);")]
    public Task Those_that_others_train_are_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements, Sessions.PenalizedDigits));

    [Fact]
    public Task A_network_without_penalties_or_with_frozen_ones_is_not_reported() => Verify.OnlyAsync(
        Id,
        Sessions.Of("new Trainer<Digits>(net, new Adam()).Fit(data);"),
        "class Other { void Run(Frozen net) { var trainer = new Trainer<Frozen>(net, new Adam()); } }\n"
            + "[Network]\n[Input(4)]\n[Dense(8, L2 = 1e-3, Frozen = true)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Frozen;");

    [Theory]
    [InlineData("new Trainer<Digits>(net, {|LW5003:new Adam { {|LW5003:WeightDecay = 0.01f|} }|}).Fit(data);")]
    [InlineData("var adam = new Adam { {|LW5003:WeightDecay = 0.01f|} }; new Trainer<Digits>(net, {|LW5003:adam with { Beta1 = 0.8f }|}).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, {|LW5003:new Adam { WeightDecay = 0f }|}).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, {|LW5003:new AdamW { WeightDecay = 0.01f }|}).Fit(data);")]
    [InlineData("var adam = new Adam { {|LW5003:WeightDecay = 0.01f|} }; new Trainer<Digits>(net, {|LW5003:adam with { WeightDecay = 0f }|}).Fit(data);")]
    public Task A_decay_of_the_optimizer_and_penalties_of_layers_are_two_faults(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements, Sessions.PenalizedDigits));

    [Fact]
    public async Task A_decay_that_is_worked_out_has_few_digits()
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of("var optimizer = new Adam { {|LW5003:WeightDecay = 1e-2f * 5|} };"));
        Assert.EndsWith("use AdamW with WeightDecay = 0.05", Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optimizer_of_a_declared_type_is_enough_and_the_penalties_are_named_and_marked()
    {
        var run = await Verify.OnlyAsync(
            Id,
            Sessions.PenalizedDigits + "static class Session { public static void Run(Digits net, AdamW optimizer) { var trainer = new Trainer<Digits>(net, {|LW5003:optimizer|}); } }");
        var found = Assert.Single(run.Analyzers);
        Assert.Equal(
            "L2 = 0.0001 of Dense1 and 1 more layer enters the gradient, which AdamW divides by its own size, so that weights with large gradients hardly decay; "
                + "remove L2 and use WeightDecay of AdamW",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["L2 = 1e-4", "L2 = 0.001"], found.AdditionalLocations.Select(Text));
    }

    [Fact]
    public async Task Penalties_in_blocks_count_too()
    {
        var run = await Verify.OnlyAsync(
            Id,
            Sessions.Of("new Trainer<Digits>(net, {|LW5003:new Adam()|}).Fit(data);", Sessions.Digits.Replace("[Dense(256)]\n", "[Use<Inner>]\n", StringComparison.Ordinal)),
            "[Block]\n[Dense(256, L2 = 0.01)]\nclass Inner;");
        var found = Assert.Single(run.Analyzers);
        Assert.Contains("L2 = 0.01 of Inner.Dense1 enters", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("L2 = 0.01", Text(Assert.Single(found.AdditionalLocations)));
    }

    [Fact]
    public Task Of_a_network_with_errors_nothing_is_said() => Verify.OnlyAsync(
        Id, Sessions.Of("new Trainer<Digits>(net, new Adam()).Fit(data);", Sessions.PenalizedDigits.Replace("[ReLU]", "[{|LW1001:Conv2D(8, 3)|}]", StringComparison.Ordinal)));

    private static string Text(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
