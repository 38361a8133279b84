using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Data;

public class NoSeedTests
{
    [Theory]
    [InlineData("var net = {|LW6007:new Net()|};\nvar trainer = new Trainer<Net>(net, new AdamW());")]
    [InlineData("new Trainer<Net>({|LW6007:new Net()|}, new AdamW()).Fit(train);")]
    [InlineData("new Trainer<Net>({|LW6007:new()|}, new AdamW()).Fit(train);")]
    [InlineData("var net = {|LW6007:new Net|} { Normalizer = Normalizer.FitStandardize(train) };\nnew Trainer<Net>(net, new AdamW()).Fit(train);")]
    [InlineData("var net = {|LW6007:new Net()|}\n{\n    Normalizer = Normalizer.FitStandardize(train),\n};\nnew Trainer<Net>(net, new AdamW()).Fit(train);")]
    [InlineData("var net = {|LW6007:new Net()|};\nvar step = net.CreateTrainingStep(4);\nstep.Step(new float[4], new int[1], new AdamW());")]
    [InlineData("var net = {|LW6007:new Net()|};\nvar one = new Trainer<Net>(net, new AdamW());\nvar two = new Trainer<Net>(net, new Sgd(0.1f));")]
    public async Task It_fires_once_on_what_makes_the_network(string statements) => await DataCode.VerifyAsync("LW6007", DataCode.Method(statements));

    [Theory]
    [InlineData("var net = new Net(42);\nvar trainer = new Trainer<Net>(net, new AdamW());")]
    [InlineData("var net = new Net(seed: (ulong)data.Count);\nvar trainer = new Trainer<Net>(net, new AdamW());")]
    [InlineData("var net = Net.Load(\"net.safetensors\");\nvar trainer = new Trainer<Net>(net, new AdamW());")]
    [InlineData("var net = new Net();\nnet.LoadWeights(\"net.safetensors\");\nConsole.WriteLine(net.CreatePredictor().Classify(new float[4]));")]
    [InlineData("var net = data.Count > 9 ? new Net(1) : new Net(2);\nvar trainer = new Trainer<Net>(net, new AdamW());")]
    public async Task It_is_silent_with_a_seed_and_where_nothing_is_trained(string statements) => await DataCode.VerifyAsync("LW6007", DataCode.Method(statements));

    [Fact]
    public async Task Of_a_broken_network_only_its_fault_is_said() => await DataCode.VerifyAsync(
        "LW6007", DataCode.Method("var trainer = new Trainer<Net>(new Net(), new AdamW());", DataCode.Network.Replace("Dense(16)", "Dense({|LW0008:0|})", StringComparison.Ordinal)));

    [Fact]
    public async Task It_is_a_hint_that_shows_the_call()
    {
        var run = await DataCode.VerifyAsync("LW6007", DataCode.Method("new Trainer<Net>({|LW6007:new()|}, new AdamW()).Fit(train);"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.EndsWith("give it one: new Net(seed: 42)", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
