using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class BatchNormEpsilonTests
{
    [Fact]
    public async Task A_large_one_is_marked_at_its_argument()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8)]
            [BatchNorm(Momentum = 0.1, {|LW4011:Epsilon = 0.1|})]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal("Epsilon of BatchNorm1 is 0.1: features of a variance near it or below are not brought to 1; use the default 1e-5", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[BatchNorm(Epsilon = 0.01)]")]
    [InlineData("[BatchNorm({|LW4011:Epsilon = 0.011|})]")]
    [InlineData("[BatchNorm(Epsilon = 1e-3)]")]
    [InlineData("[BatchNorm]")]
    [InlineData("[LayerNorm(Epsilon = 0.1)]")]
    public Task A_hundredth_is_the_largest(string norm) =>
        Verify.OnlyAsync("LW4011", $"[Network]\n[Input(4)]\n[Dense(8)]\n{norm}\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task The_largest_is_an_option()
    {
        const string Net = "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm(Epsilon = 0.02)]\n[ReLU]\n[Dense(2)]\npublic partial class Net;";
        await Verify.OnlyWithOptionsAsync("LW4011", "layerwright.LW4011.maximum = 0.02", Net);
        await Verify.OnlyWithOptionsAsync("LW4011", "layerwright.LW4011.maximum = 0.001", Net.Replace("Epsilon = 0.02", "{|LW4011:Epsilon = 0.002|}", StringComparison.Ordinal));
    }

    [Fact]
    public Task A_block_is_judged_alone() => Verify.OnlyAsync(
        "LW4011", "[Network]\n[Input(4)]\n[Use<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[BatchNorm({|LW4011:Epsilon = 1|})]\nclass Inner;");

    [Fact]
    public Task The_fix_takes_the_argument_away_wherever_it_stands() => VerifyFix.AllInDocumentAsync(
        new BatchNormEpsilonFix(),
        "LW4011",
        """
        [Network, Input(4), Dense(8), BatchNormAttribute(Epsilon = 0.1), ReLU]
        [Dense(8)]
        [BatchNorm(Name = "Norm", Epsilon = 1, Momentum = 0.2)] // wide
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network, Input(4), Dense(8), BatchNormAttribute, ReLU]
        [Dense(8)]
        [BatchNorm(Name = "Norm", Momentum = 0.2)] // wide
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_changes_one() => VerifyFix.AloneAsync(
        new BatchNormEpsilonFix(),
        "Use the default",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm(Epsilon = 0.1)] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)]\n[BatchNorm] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;");
}
