using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class AlphaDropoutWithoutSeluTests
{
    [Fact]
    public async Task Behind_another_activation_it_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(64)]
            [Dense(256)]
            [BatchNorm]
            [ReLU]
            [{|LW4016:AlphaDropout(0.1)|}]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(
            "AlphaDropout1 drops to SELU's lower limit −1.758 and keeps mean 0 and variance 1, which the output of ReLU1 has not; use [Dropout(0.1)]",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Dense(8)][SELU][AlphaDropout(0.1)]")]
    [InlineData("[Dense(8)][SELU][Dense(8)][AlphaDropout(0.1)][SELU]")]
    [InlineData("[AlphaDropout(0.1)][Dense(8)][SELU]")]
    [InlineData("[{|LW4016:AlphaDropout(0.1)|}][Dense(8)][ReLU]")]
    [InlineData("[{|LW4016:AlphaDropout(0.1)|}]")]
    [InlineData("[Dense(8)][Tanh][{|LW4016:AlphaDropout(0.1)|}][Dense(8)][SELU]")]
    [InlineData("[Maxout(8)][{|LW4016:AlphaDropout(0.1)|}]")]
    [InlineData("[Dense(8)][SELU][Use<Drops>]")]
    [InlineData("[Dense(8)][ReLU][{|LW4016:Use<Drops>|}]")]
    [InlineData("[Dense(8)][ReLU][AlphaDropout(0)]")]
    [InlineData("[Residual<Own>]")]
    public Task The_activation_before_it_decides_and_before_the_first_the_one_behind(string layers) => Verify.OnlyAsync("LW4016", $$"""
        [Network]
        [Input(8)]
        {{layers}}
        [Dense(2)]
        public partial class Net;

        [Block]
        [AlphaDropout(0.1)]
        class Drops;

        [Block]
        [Dense(8)]
        [Tanh]
        [{|LW4016:AlphaDropout(0.1)|}]
        class Own;
        """);

    [Fact]
    public Task The_fix_keeps_rate_name_and_comments() => VerifyFix.AllInDocumentAsync(
        new AlphaDropoutWithoutSeluFix(),
        "LW4016",
        """
        [Network, Input(64), Dense(64), ReLU, AlphaDropoutAttribute(/* few */ 0.1)]
        [Dense(64)]
        [ReLU]
        // drops
        [AlphaDropout(rate: 0.05, Name = "Second")] // two
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network, Input(64), Dense(64), ReLU, DropoutAttribute(/* few */ 0.1)]
        [Dense(64)]
        [ReLU]
        // drops
        [Dropout(rate: 0.05, Name = "Second")] // two
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_changes_one() => VerifyFix.AloneAsync(
        new AlphaDropoutWithoutSeluFix(),
        "Use [Dropout]",
        "[Network]\n[Input(64)]\n[Dense(64)]\n[ReLU]\n[AlphaDropout(0.1)] // one\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(64)]\n[Dense(64)]\n[ReLU]\n[Dropout(0.1)] // one\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task A_block_is_not_changed_from_its_user() => VerifyFix.OffersNothingAsync(
        new AlphaDropoutWithoutSeluFix(),
        "[Network]\n[Input(64)]\n[Dense(64)]\n[ReLU]\n[Use<Drops>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[AlphaDropout(0.1)]\nclass Drops;");
}
