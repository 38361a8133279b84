using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5004.</summary>
public class DoubleRegularizationTests
{
    private const string Id = "LW5004";

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f) { {|LW5004:WeightDecay = 5e-4f|} }).Fit(data);")]
    [InlineData("var sgd = new Sgd(0.1f) { {|LW5004:WeightDecay = 5e-4f|} }; var trainer = new Trainer<Digits>(net, sgd with { Momentum = 0.9f });")]
    [InlineData("net.CreateTrainingStep(64).Update(new RmsProp { {|LW5004:WeightDecay = 5e-4f|} });")]
    [InlineData("var ada = new AdaGrad { {|LW5004:WeightDecay = test.Count|} }; var step = net.CreateTrainingStep(64); step.Update(ada); step.Update(ada);")]
    public Task Both_together_are_reported_at_the_optimizers_decay(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements, Sessions.PenalizedDigits));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f)).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f) { WeightDecay = 0f }).Fit(data);")]
    [InlineData("var sgd = new Sgd(0.1f) { WeightDecay = 5e-4f }; new Trainer<Digits>(net, sgd with { WeightDecay = 0f }).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new AdamW(1e-3f)).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new Adam(1e-3f) { WeightDecay = 0.1f }).Fit(data);")]
    public Task One_alone_and_what_LW5003_speaks_of_are_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements, Sessions.PenalizedDigits));

    [Fact]
    public Task Nor_is_decay_of_layers_without_penalties() => Verify.OnlyAsync(Id, Sessions.Of("new Trainer<Digits>(net, new Sgd { WeightDecay = 1e-4f }).Fit(data);"));

    [Fact]
    public async Task The_message_has_the_sum()
    {
        var run = await Verify.OnlyAsync(
            Id, Sessions.Of("new Trainer<Digits>(net, new Sgd { {|LW5004:WeightDecay = 5e-4f|} }).Fit(data);", Sessions.PenalizedDigits));
        var found = Assert.Single(run.Analyzers);
        Assert.Equal(
            "WeightDecay of Sgd comes on top of L2 = 0.0001 of Dense1 and 1 more layer, so that weights decay twice, by 0.0015 in all; remove one of the two",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(2, found.AdditionalLocations.Count);
    }
}
