using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5002.</summary>
public class BadHyperparameterTests
{
    private const string Id = "LW5002";

    [Theory]
    [InlineData("new Sgd { {|LW5002:Momentum = 1f|} }")]
    [InlineData("new Sgd(0.1f) { {|LW5002:Momentum = -0.1f|} }")]
    [InlineData("new RmsProp { {|LW5002:Momentum = 2f|}, {|LW5002:Alpha = 1f|}, {|LW5002:Epsilon = 0f|} }")]
    [InlineData("new Adam { {|LW5002:Beta1 = 1f|}, {|LW5002:Beta2 = 1.5f|}, {|LW5002:Epsilon = -1e-8f|} }")]
    [InlineData("new AdamW { {|LW5002:Beta1 = float.NaN|}, {|LW5002:Beta2 = 1f|}, {|LW5002:Epsilon = float.PositiveInfinity|} }")]
    [InlineData("new AdaGrad { {|LW5002:Epsilon = 0|} }")]
    [InlineData("new OneCycle { {|LW5002:BaseMomentum = 1f|}, {|LW5002:MaxMomentum = 1f|}, {|LW5002:Epochs = 0|} }")]
    [InlineData("new CosineDecay { {|LW5002:Epochs = 0|} }")]
    [InlineData("new StepDecay({|LW5002:0|})")]
    [InlineData("new Warmup(10, new StepDecay({|LW5002:-1|}))")]
    [InlineData("new Adam() with { {|LW5002:Beta1 = 1f|} }")]
    [InlineData("new Trainer<Digits>(net, new Adam()) { {|LW5002:BatchSize = 0|} }")]
    [InlineData("new Trainer<Digits>(net, new Adam()).Fit(data, {|LW5002:epochs: 0|})")]
    [InlineData("new Trainer<Digits>(net, new Adam()).Fit(data, null, {|LW5002:-1|})")]
    [InlineData("net.CreateTrainingStep({|LW5002:0|})")]
    [InlineData("new TrainingStep<Digits>(net, {|LW5002:maxBatchSize: 0|})")]
    [InlineData("new TrainingStep<Digits>(net, 8) { {|LW5002:Momentum = 1f|} }")]
    [InlineData("net.CreatePredictor({|LW5002:0|})")]
    [InlineData("new Predictor<Digits>(net, {|LW5002:-2|})")]
    public Task It_is_reported_for_what_the_run_time_refuses(string made) => Verify.OnlyAsync(Id, Sessions.Of($"object made = {made};"));

    [Theory]
    [InlineData("new Sgd { Momentum = 0.999f }")]
    [InlineData("new Sgd { Momentum = 0 }")]
    [InlineData("new Adam { Beta1 = 0f, Beta2 = 0.9999f, Epsilon = 1e-30f }")]
    [InlineData("new OneCycle { Epochs = null, BaseMomentum = 0f }")]
    [InlineData("new CosineDecay { Epochs = 1 }")]
    [InlineData("new StepDecay(1)")]
    [InlineData("new Trainer<Digits>(net, new Adam()) { BatchSize = 1 }")]
    [InlineData("new Trainer<Digits>(net, new Adam()).Fit(data, test, 1)")]
    [InlineData("new Trainer<Digits>(net, new Adam()).Fit(data, epochs: test.Count)")]
    [InlineData("net.CreateTrainingStep(1)")]
    [InlineData("new TrainingStep<Digits>(net, 8) { Momentum = null }")]
    [InlineData("net.CreatePredictor()")]
    public Task What_it_takes_is_not(string made) => Verify.OnlyAsync(Id, Sessions.Of($"object made = {made};"));

    [Theory]
    [InlineData("new Sgd { {|LW5002:Momentum = 1f|} }", "Momentum of Sgd is 1; it must be 0 or more and less than 1; the default is 0")]
    [InlineData("new CosineDecay { {|LW5002:Epochs = 0|} }", "Epochs of CosineDecay is 0; it must be at least 1; the default is the whole fit")]
    [InlineData("new StepDecay({|LW5002:0|})", "EveryEpochs of StepDecay is 0; it must be at least 1")]
    [InlineData("new Trainer<Digits>(net, new Adam()).Fit(data, {|LW5002:epochs: -3|})", "epochs of Fit is -3; it must be at least 1; the default is 10")]
    public async Task The_message_has_the_domain_and_the_default(string made, string message)
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of($"object made = {made};"));
        Assert.Equal(message, Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_training_steps_momentum_is_judged_wherever_it_is_set()
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of("var step = net.CreateTrainingStep(64); step.Momentum = 0.9f; {|LW5002:step.Momentum = 1f|};"));
        Assert.Equal(
            "Momentum of TrainingStep is 1; it must be 0 or more and less than 1; the default is the optimizer's own",
            Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Where_the_trainer_comes_from_does_not_matter_to_a_fit() => Verify.OnlyAsync(
        Id, $"{Sessions.Digits}static class Session {{ public static void Run(Trainer<Digits> trainer, Dataset data) {{ int epochs = 0; trainer.Fit(data, {{|LW5002:epochs: epochs|}}); }} }}");
}
