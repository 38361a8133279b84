using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class SeluDropoutTests
{
    [Fact]
    public async Task Plain_dropout_behind_selu_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(64)]
            [Dense(256)]
            [SELU]
            [{|LW4009:Dropout(0.1)|}]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal("Dropout1 sets what SELU1 puts out to 0, which changes mean and variance; use [AlphaDropout(0.1)], which keeps them", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[SELU][MaxPool2D(2)][{|LW4009:Dropout(0.1)|}][Flatten]")]
    [InlineData("[SELU][Flatten][{|LW4009:Dropout(0.1)|}]")]
    [InlineData("[SELU][SpatialDropout2D(0.1)][Flatten]")]
    [InlineData("[SELU][{|LW4009:Use<Drops>|}][Flatten]")]
    [InlineData("[SELU][AlphaDropout(0.1)][Flatten]")]
    [InlineData("[SELU][Conv2D(8, 3)][Dropout(0.1)][Flatten]")]
    [InlineData("[ReLU][Dropout(0.1)][Flatten]")]
    [InlineData("[SELU][Dropout(0)][Flatten]")]
    [InlineData("[Dropout(0.1)][SELU][Flatten]")]
    [InlineData("[SELU][Residual<Inner>][Flatten]")]
    public Task What_selu_puts_out_is_what_counts(string layers) => Verify.OnlyAsync("LW4009", $$"""
        [Network]
        [ImageInput(12, 12, 8)]
        [Conv2D(8, 3)]
        {{layers}}
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dropout(0.1)]
        class Drops;

        [Block]
        [Conv2D(8, 3, Padding = Padding.Same)]
        [SELU]
        [{|LW4009:Dropout(0.1)|}]
        class Inner;
        """);

    [Fact]
    public Task The_fix_keeps_rate_name_and_comments() => VerifyFix.AllInDocumentAsync(
        new SeluDropoutFix(),
        "LW4009",
        """
        using Drop = Layerwright.DropoutAttribute;

        [Network, Input(64), Dense(64), SELU, DropoutAttribute(/* few */ 0.1)]
        [Dense(64)]
        [SELU]
        // drops
        [Drop(rate: 0.05, Name = "Second")] // two
        [Dense(64)] [SELU] [Layerwright.Dropout(0.1)] [Dense(2)]
        public partial class Net;
        """,
        """
        using Drop = Layerwright.DropoutAttribute;

        [Network, Input(64), Dense(64), SELU, AlphaDropoutAttribute(/* few */ 0.1)]
        [Dense(64)]
        [SELU]
        // drops
        [AlphaDropout(rate: 0.05, Name = "Second")] // two
        [Dense(64)] [SELU] [Layerwright.AlphaDropout(0.1)] [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_changes_one() => VerifyFix.AloneAsync(
        new SeluDropoutFix(),
        "Use [AlphaDropout]",
        "[Network]\n[Input(64)]\n[Dense(64)]\n[SELU]\n[Dropout(0.1)] // one\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(64)]\n[Dense(64)]\n[SELU]\n[AlphaDropout(0.1)] // one\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task A_block_is_not_changed_from_its_user() => VerifyFix.OffersNothingAsync(
        new SeluDropoutFix(), "[Network]\n[Input(64)]\n[Dense(64)]\n[SELU]\n[Use<Drops>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dropout(0.1)]\nclass Drops;");
}
