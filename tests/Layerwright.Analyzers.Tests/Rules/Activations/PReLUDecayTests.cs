using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class PReLUDecayTests
{
    private const string Id = "LW2014";

    [Fact]
    public async Task Decaying_everything_is_marked_with_the_slopes_and_the_network()
    {
        var run = await Verify.OnlyAsync(Id, Source("new Sgd(0.1f) { WeightDecay = 1e-4f, {|LW2014:DecayAll = true|} }", "PReLU"));
        var found = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal("DecayAll also decays the learned slope of PReLU1 and of 1 more in Net, towards the 0 of a plain ReLU; leave DecayAll out", found.GetMessage());
    }

    [Theory]
    [InlineData("new AdamW(1e-3f) { {|LW2014:DecayAll = true|} }")] // decays by itself
    [InlineData("new Adam { {|LW2014:DecayAll = true|}, WeightDecay = 0.01f }")]
    [InlineData("new Sgd(0.1f) { WeightDecay = data.Count } with { {|LW2014:DecayAll = true|} }")]
    public Task Every_decay_counts(string optimizer) => Verify.OnlyAsync(Id, Source(optimizer, "PReLU(PerChannel = true)"));

    [Theory]
    [InlineData("new Sgd(0.1f) { WeightDecay = 1e-4f }", "PReLU")]
    [InlineData("new Sgd(0.1f) { WeightDecay = 1e-4f, DecayAll = false }", "PReLU")]
    [InlineData("new Sgd(0.1f) { DecayAll = true }", "PReLU")]
    [InlineData("new AdamW(1e-3f) { WeightDecay = 0, DecayAll = true }", "PReLU")]
    [InlineData("new AdamW(1e-3f) { DecayAll = true }", "LeakyReLU")]
    public Task Without_decay_without_DecayAll_and_without_slopes_it_is_silent(string optimizer, string activation) =>
        Verify.OnlyAsync(Id, Source(optimizer, activation));

    [Fact]
    public Task An_optimizer_that_trains_two_networks_is_marked_once() => Verify.OnlyAsync(
        Id,
        Source("new AdamW { {|LW2014:DecayAll = true|} }", "PReLU").Replace(
            "trainer.Fit(data);", "trainer.Fit(data); new Trainer<Net>(new Net(seed: 2), optimizer).Fit(data);", StringComparison.Ordinal));

    private static string Source(string optimizer, string activation) => $$"""
        [Network]
        [Input(4)]
        [Dense(8)]
        [BatchNorm]
        [{{activation}}]
        [Dense(8)]
        [BatchNorm]
        [{{activation}}]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        public static class Session
        {
            public static void Run(TrainingSet data)
            {
                var optimizer = {{optimizer}};
                var trainer = new Trainer<Net>(new Net(seed: 1), optimizer);
                trainer.Fit(data);
            }
        }
        """;
}
