using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5007.</summary>
public class NoDecayScheduleTests
{
    private const string Id = "LW5007";

    [Theory]
    [InlineData("{|LW5007:new Trainer<Digits>(net, new Sgd(0.1f))|}.Fit(data, epochs: 11);")]
    [InlineData("var trainer = {|LW5007:new Trainer<Digits>(net, new Sgd(0.1f))|} { BatchSize = 32 }; trainer.Fit(data, test, 30);")]
    [InlineData("var trainer = new Trainer<Digits>(net, new Sgd(0.1f)) { {|LW5007:Schedule = null|} }; trainer.Fit(data, epochs: 20);")]
    [InlineData("Trainer<Digits> trainer = {|LW5007:new(net, new Sgd(0.1f) { Momentum = 0.9f })|}; trainer.Fit(data); trainer.Fit(data, epochs: 20);")]
    [InlineData("const int Epochs = 50; Optimizer sgd = new Sgd(); var trainer = {|LW5007:new Trainer<Digits>(net, sgd)|}; trainer.Fit(data, epochs: Epochs);")]
    public Task A_long_fit_of_sgd_without_a_schedule_is_reported_at_the_trainer(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Theory]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f)).Fit(data, epochs: 10);")]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f)).Fit(data);")]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f)).Fit(data, epochs: test.Count);")]
    [InlineData("new Trainer<Digits>(net, new AdamW()).Fit(data, epochs: 100);")]
    [InlineData("new Trainer<Digits>(net, new Sgd(0.1f)) { Schedule = new CosineDecay() }.Fit(data, epochs: 100);")]
    [InlineData("Schedule? schedule = test.Count > 1 ? new CosineDecay() : null; new Trainer<Digits>(net, new Sgd(0.1f)) { Schedule = schedule }.Fit(data, epochs: 100);")]
    [InlineData("var trainer = new Trainer<Digits>(net, new Sgd(0.1f)); trainer.Evaluate(test);")]
    public Task A_short_one_another_optimizer_and_any_schedule_are_not(string statements) => Verify.OnlyAsync(Id, Sessions.Of(statements));

    [Fact]
    public async Task The_message_has_the_epochs()
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of("{|LW5007:new Trainer<Digits>(net, new Sgd(0.1f))|}.Fit(data, epochs: 40);"));
        Assert.StartsWith(
            "Sgd trains Digits for 40 epochs at a constant rate", Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task The_epochs_can_be_set() => Verify.OnlyWithOptionsAsync(
        Id, "layerwright.LW5007.maximum_epochs = 40", Sessions.Of("new Trainer<Digits>(net, new Sgd()).Fit(data, epochs: 40); {|LW5007:new Trainer<Digits>(net, new Sgd())|}.Fit(data, epochs: 41);"));
}
