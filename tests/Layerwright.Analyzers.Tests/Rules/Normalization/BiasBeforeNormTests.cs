using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class BiasBeforeNormTests
{
    [Fact]
    public async Task A_written_bias_is_marked_at_its_argument()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8, {|LW4003:UseBias = true|}, Name = "First")]
            [BatchNorm]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal("The bias of First has no effect: BatchNorm1 subtracts the mean, and the bias with it; set UseBias = false", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Conv2D(8, 3, {|LW4003:UseBias = true|})]")]
    [InlineData("[DepthwiseConv2D(3, {|LW4003:UseBias = true|})]")]
    [InlineData("[ConvTranspose2D(8, 2, Stride = 2, {|LW4003:UseBias = true|})]")]
    public Task Convolutions_of_every_kind_too(string weights) =>
        Verify.OnlyAsync("LW4003", $"[Network]\n[ImageInput(12, 12, 3)]\n{weights}\n[BatchNorm]\n[ReLU]\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(8)][BatchNorm]")]
    [InlineData("[Dense(8, UseBias = false)][BatchNorm]")]
    [InlineData("[Dense(8, UseBias = true)][BatchNorm(Frozen = true)]")]
    [InlineData("[Dense(8, UseBias = true)][LayerNorm]")]
    [InlineData("[Dense(8, UseBias = true)][ReLU][BatchNorm]")]
    [InlineData("[Dense(8, UseBias = true)][Dropout(0.1)][BatchNorm]")]
    [InlineData("[Maxout(8, UseBias = true)][BatchNorm]")]
    [InlineData("[Dense(4, UseBias = true)][Residual<Pre>]")]
    public Task What_is_not_cancelled_or_not_written_is_silent(string layers) => Verify.OnlyAsync(
        "LW4003", $"[Network]\n[Input(4)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[BatchNorm]\n[ReLU]\n[Dense(4)]\nclass Pre;");

    [Fact]
    public Task A_block_is_judged_alone_and_its_last_bias_at_the_use() => Verify.OnlyAsync("LW4003", """
        [Network]
        [Input(4)]
        [{|LW4003:Use<Last>|}]
        [BatchNorm]
        [ReLU]
        [Use<Inner>]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(4, UseBias = true)]
        class Last;

        [Block]
        [Dense(4, {|LW4003:UseBias = true|})]
        [BatchNorm]
        class Inner;
        """);

    [Fact]
    public Task The_fix_writes_false_wherever_it_stands() => VerifyFix.AllInDocumentAsync(
        new BiasBeforeNormFix(),
        "LW4003",
        """
        using Affine = Layerwright.DenseAttribute;

        [Network, Input(4), Dense(8, UseBias = /* why */ true, L2 = 1e-4), BatchNorm, ReLU]
        [Affine(8, Name = "Second", UseBias = true)] // two
        // normal
        [BatchNorm]
        [ReLU]
        [DenseAttribute(units: 8, UseBias = true)] [BatchNorm] [ReLU]
        [Dense(2, UseBias = true)]
        public partial class Net;
        """,
        """
        using Affine = Layerwright.DenseAttribute;

        [Network, Input(4), Dense(8, UseBias = /* why */ false, L2 = 1e-4), BatchNorm, ReLU]
        [Affine(8, Name = "Second", UseBias = false)] // two
        // normal
        [BatchNorm]
        [ReLU]
        [DenseAttribute(units: 8, UseBias = false)] [BatchNorm] [ReLU]
        [Dense(2, UseBias = true)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_changes_one() => VerifyFix.AloneAsync(
        new BiasBeforeNormFix(),
        "Set UseBias = false",
        "[Network]\n[Input(4)]\n[Dense(8, UseBias = true)] // one\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, UseBias = false)] // one\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task A_block_is_not_changed_from_its_user() => VerifyFix.OffersNothingAsync(
        new BiasBeforeNormFix(),
        "[Network]\n[Input(4)]\n[Use<Last>]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(4, UseBias = true)]\nclass Last;");
}
