using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class BatchNormMomentumTests
{
    [Theory]
    [InlineData("0.9", "the share of the new batch as in PyTorch (Keras's 0.9, the share kept, is 0.1 here), so the running statistics are little more than the last batch's")]
    [InlineData("0.99", "the share of the new batch as in PyTorch (Keras's 0.99, the share kept, is 0.01 here), so the running statistics are little more than the last batch's")]
    [InlineData("0.0001", "the share of the new batch as in PyTorch (Keras would write 0.9999, the share kept), so the running statistics take 10000 steps to follow")]
    [InlineData("0", "the share of the new batch as in PyTorch (Keras would write 1, the share kept), so the running statistics never move")]
    public async Task The_message_explains_both_conventions(string momentum, string meaning)
    {
        var diagnostic = await Verify.SingleAsync(
            $"[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm({{|LW4012:Momentum = {momentum}|}})]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        Assert.Equal($"Momentum of BatchNorm1 is {momentum}, {meaning}; use the default 0.1", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[BatchNorm]")]
    [InlineData("[BatchNorm(Momentum = 0.1)]")]
    [InlineData("[BatchNorm(Momentum = 0.01)]")]
    [InlineData("[BatchNorm(Momentum = 0.001)]")]
    [InlineData("[BatchNorm(Momentum = 0.5)]")]
    [InlineData("[BatchNorm({|LW4012:Momentum = 0.51|})]")]
    [InlineData("[BatchNorm({|LW4012:Momentum = 0.0009|})]")]
    public Task Between_a_thousandth_and_a_half_it_is_silent(string norm) =>
        Verify.OnlyAsync("LW4012", $"[Network]\n[Input(4)]\n[Dense(8)]\n{norm}\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task Both_bounds_are_options()
    {
        const string Net = "[Network]\n[Input(4)]\n[BatchNorm(Momentum = 0.6)]\n[Dense(8)]\n[BatchNorm(Momentum = 0.0005)]\n[ReLU]\n[Dense(2)]\npublic partial class Net;";
        await Verify.OnlyWithOptionsAsync("LW4012", "layerwright.LW4012.maximum = 0.6\nlayerwright.LW4012.minimum = 0.0005", Net);
        await Verify.OnlyWithOptionsAsync("LW4012", "layerwright.LW4012.maximum = 0.6", Net.Replace("Momentum = 0.0005", "{|LW4012:Momentum = 0.0005|}", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_block_is_judged_alone() => Verify.OnlyAsync(
        "LW4012", "[Network]\n[Input(4)]\n[Use<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[BatchNorm({|LW4012:Momentum = 0.99|})]\nclass Inner;");

    [Fact]
    public Task The_fix_takes_the_argument_away_wherever_it_stands() => VerifyFix.AllInDocumentAsync(
        new BatchNormMomentumFix(),
        "LW4012",
        """
        [Network, Input(4), Dense(8), BatchNorm(Momentum = 0.99, Epsilon = 1e-3), ReLU]
        [Dense(8)]
        [Layerwright.BatchNorm(Momentum = 0.9)] // as Keras means it
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network, Input(4), Dense(8), BatchNorm(Epsilon = 1e-3), ReLU]
        [Dense(8)]
        [Layerwright.BatchNorm] // as Keras means it
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_changes_one() => VerifyFix.AloneAsync(
        new BatchNormMomentumFix(),
        "Use the default",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm(Momentum = 0.9)] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;");
}
