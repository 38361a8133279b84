using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5010.</summary>
public class FineTuneRateTests
{
    private const string Id = "LW5010";

    [Theory]
    [InlineData("var old = Digits.Load(\"a\"); new Trainer<Digits>(old, {|LW5010:new AdamW()|}).Fit(data);")]
    [InlineData("new Trainer<Digits>(Digits.Load(\"a\"), new Adam({|LW5010:1e-3f|})).Fit(data);")]
    [InlineData("net.LoadWeights(\"a\"); var trainer = new Trainer<Digits>(net, {|LW5010:new Sgd|} { Momentum = 0.9f }); trainer.Fit(data);")]
    [InlineData("var fresh = new Digits(1); fresh.CopyFrom(net.State); Optimizer rule = {|LW5010:new AdaGrad()|}; new Trainer<Digits>(fresh, rule).Fit(data);")]
    [InlineData("net.CopyFrom(new Digits().State); var step = net.CreateTrainingStep(64); var adam = {|LW5010:new Adam()|} with { Beta1 = 0.8f }; step.Update(adam);")]
    [InlineData("net.LoadWeights(\"a\"); var trainer = new Trainer<Digits>(net, new RmsProp { {|LW5010:LearningRate = 0.01f|} }); trainer.Fit(data);")]
    public Task The_default_rate_is_reported_where_weights_were_brought(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new AdamW()).Fit(data);")]
    [InlineData("net.LoadWeights(\"a\"); new Trainer<Digits>(net, new AdamW(1e-4f)).Fit(data);")]
    [InlineData("net.LoadWeights(\"a\"); new Trainer<Digits>(net, new AdamW(2e-3f)).Fit(data);")]
    [InlineData("net.LoadWeights(\"a\"); new Trainer<Digits>(net, new AdamW()).Evaluate(test);")]
    [InlineData("var other = new Digits(); other.CopyFrom(net.State); new Trainer<Digits>(net, new AdamW()).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new AdamW()).Fit(data); var copy = new Digits(); copy.CopyFrom(net.State); net.LoadWeights(\"b\");")]
    [InlineData("net.LoadWeights(\"a\"); Optimizer rule = test.Count > 1 ? new Sgd() : new Adam(); new Trainer<Digits>(net, rule).Fit(data);")]
    [InlineData("new Trainer<Digits>(new Digits(1), new AdamW()).Fit(data); Digits.Load(\"a\").CreatePredictor();")]
    public Task Another_rate_fresh_weights_and_another_network_are_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Fact]
    public Task A_network_in_a_field_is_followed() => Verify.OnlyAsync(
        Id,
        Sessions.Digits + "class Session { private readonly Digits _net = new(1), _other = new(2); void Run(Dataset data) { _net.LoadWeights(\"a\"); "
            + "new Trainer<Digits>(this._net, {|LW5010:new AdamW()|}).Fit(data); new Trainer<Digits>(_other, new AdamW()).Fit(data); } }");

    [Fact]
    public async Task The_message_has_both_rates_and_where_the_weights_come_from()
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of("net.CopyFrom(new Digits().State); new Trainer<Digits>(net, {|LW5010:new Sgd()|}).Fit(data);"));
        Assert.Equal(
            "The weights of Digits come from CopyFrom, but Sgd trains them at its default rate of 0.01, which is made for fresh ones and may wipe out what they know; use 0.001",
            Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
