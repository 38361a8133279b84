using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Training;

/// <summary>LW5006.</summary>
public class BatchNormBatchOfOneTests
{
    private const string Id = "LW5006";

    [Theory]
    [InlineData("new Trainer<Digits>(net, new AdamW()) { {|LW5006:BatchSize = 1|} }", DiagnosticSeverity.Warning)]
    [InlineData("new Trainer<Digits>(net, new AdamW()) { Seed = 1, {|LW5006:BatchSize = 2|} }", DiagnosticSeverity.Info)]
    [InlineData("new Trainer<Digits>(net, new AdamW()) { {|LW5006:BatchSize = 7|} }", DiagnosticSeverity.Info)]
    [InlineData("net.CreateTrainingStep({|LW5006:1|})", DiagnosticSeverity.Warning)]
    [InlineData("net.CreateTrainingStep(threads: 1, {|LW5006:maxBatchSize: 4|})", DiagnosticSeverity.Info)]
    [InlineData("new TrainingStep<Digits>(net, {|LW5006:1|})", DiagnosticSeverity.Warning)]
    public async Task A_batch_of_one_is_a_warning_and_a_small_one_a_hint(string made, DiagnosticSeverity severity)
    {
        var run = await Verify.OnlyAsync(Id, Sessions.Of($"object made = {made};"));
        Assert.Equal(severity, Assert.Single(run.Analyzers).Severity);
    }

    [Theory]
    [InlineData("new Trainer<Digits>(net, new AdamW()) { BatchSize = 8 }")]
    [InlineData("new Trainer<Digits>(net, new AdamW())")]
    [InlineData("new Trainer<Digits>(net, new AdamW()) { BatchSize = test.Count }")]
    [InlineData("new Trainer<Digits>(net, new AdamW()) { BatchSize = 0 }")]
    [InlineData("net.CreateTrainingStep(8)")]
    [InlineData("net.CreatePredictor(1)")]
    public Task From_eight_rows_on_nothing_is_said(string made) => Verify.OnlyAsync(Id, Sessions.Of($"object made = {made};"));

    [Theory]
    [InlineData("")]
    [InlineData("[LayerNorm]\n")]
    [InlineData("[BatchNorm(Frozen = true)]\n")]
    public Task Nor_of_a_network_that_takes_no_statistics_from_the_batch(string normalization) => Verify.OnlyAsync(
        Id,
        Sessions.Of(
            "var trainer = new Trainer<Digits>(net, new AdamW()) { BatchSize = 1 };",
            Sessions.Digits.Replace("[BatchNorm]\n", normalization, StringComparison.Ordinal)));

    [Fact]
    public async Task A_batch_normalisation_in_a_block_is_named()
    {
        var run = await Verify.OnlyAsync(
            Id,
            Sessions.Of(
                "int rows = 1; var trainer = new Trainer<Digits>(net, new AdamW()) { {|LW5006:BatchSize = rows|} };",
                Sessions.Digits.Replace("[BatchNorm]\n", "[Use<Inner>]\n", StringComparison.Ordinal)),
            "[Block]\n[BatchNorm]\nclass Inner;");
        Assert.Equal(
            "BatchSize is 1, but Inner.BatchNorm1 of Digits takes mean and variance from the batch: a single row has no variance; use at least 8",
            Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_least_batch_can_be_set()
    {
        var run = await Verify.OnlyWithOptionsAsync(
            Id, "layerwright.LW5006.minimum_batch_size = 16", Sessions.Of("var trainer = new Trainer<Digits>(net, new AdamW()) { {|LW5006:BatchSize = 8|} };"));
        Assert.EndsWith("use at least 16", Assert.Single(run.Analyzers).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
