using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class DropoutWithBatchNormTests
{
    [Fact]
    public async Task Between_two_convolutions_that_are_normalised_it_is_a_hint()
    {
        var run = await Verify.OnlyAsync("LW4013", """
            [Network]
            [ImageInput(28, 28, 1)]
            [Conv2D(16, 3)]
            [BatchNorm]
            [ReLU]
            [{|LW4013:Dropout(0.2)|}]
            [Conv2D(32, 3)]
            [BatchNorm]
            [ReLU]
            [GlobalAveragePool2D]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Dropout1 drops between Conv1 and Conv2, which BatchNorm1 regularises already; remove it, or keep dropout for the layers behind the convolutions",
            diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[Conv2D(8, 3)][BatchNorm][ReLU][MaxPool2D(2)][{|LW4013:SpatialDropout2D(0.1)|}][DepthwiseConv2D(3)]")]
    [InlineData("[Conv2D(8, 3)][BatchNorm][ReLU][{|LW4013:Dropout(0.1)|}][ConvTranspose2D(8, 2)]")]
    [InlineData("[Conv2D(8, 3)][ReLU][Dropout(0.1)][Conv2D(8, 3)]")]
    [InlineData("[Dropout(0.1)][Conv2D(8, 3)][BatchNorm][ReLU]")]
    [InlineData("[Conv2D(8, 3)][BatchNorm][ReLU][Dropout(0.1)]")]
    [InlineData("[Conv2D(8, 3)][BatchNorm(Frozen = true)][ReLU][Dropout(0.1)][Conv2D(8, 3)]")]
    [InlineData("[Conv2D(8, 3)][Dropout(0.1)][BatchNorm][ReLU][Conv2D(8, 3)]")]
    [InlineData("[Conv2D(8, 3)][BatchNorm][ReLU][Dropout(0.5)][Conv2D(8, 3)][BatchNorm][ReLU]")]
    public Task Elsewhere_or_where_another_rule_speaks_of_it_it_is_silent(string layers) => Verify.OnlyAsync(
        "LW4013", $"[Network]\n[ImageInput(12, 12, 3)]\n{layers}\n[Flatten]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public Task Sequences_and_blocks_too() => Verify.OnlyAsync("LW4013", """
        [Network]
        [SequenceInput(12, 8)]
        [Residual<Inner>]
        [BatchNorm]
        [ReLU]
        [{|LW4013:Use<Drops>|}]
        [Conv1D(8, 3)]
        [Flatten]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Conv1D(8, 3, Padding = Padding.Same)]
        [BatchNorm]
        [ReLU]
        [{|LW4013:Dropout(0.1)|}]
        [Conv1D(8, 3, Padding = Padding.Same)]
        class Inner;

        [Block]
        [Dropout(0.1)]
        class Drops;
        """);

    [Fact]
    public Task The_fix_takes_all_of_a_document_away() => VerifyFix.AllInDocumentAsync(
        new DropoutWithBatchNormFix(),
        "LW4013",
        """
        [Network, ImageInput(28, 28, 1), Conv2D(8, 3), BatchNorm, ReLU, DropoutAttribute(0.1), Conv2D(8, 3), BatchNorm]
        [ReLU] [Dropout(0.1)] [Conv2D(8, 3)]
        [BatchNorm]
        [ReLU]
        // drops
        [Dropout(rate: 0.1, Name = "Drop")]
        // the last
        [Conv2D(8, 3)]
        [GlobalAveragePool2D]
        [Dense(10)]
        public partial class Net;
        """,
        """
        [Network, ImageInput(28, 28, 1), Conv2D(8, 3), BatchNorm, ReLU, Conv2D(8, 3), BatchNorm]
        [ReLU] [Conv2D(8, 3)]
        [BatchNorm]
        [ReLU]
        // drops
        // the last
        [Conv2D(8, 3)]
        [GlobalAveragePool2D]
        [Dense(10)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_takes_one_away() => VerifyFix.AloneAsync(
        new DropoutWithBatchNormFix(),
        "Remove",
        "[Block]\n[Conv2D(8, 3)]\n[BatchNorm]\n[ReLU]\n[Dropout(0.1)]\n[Conv2D(8, 3)]\nclass Inner;",
        "[Block]\n[Conv2D(8, 3)]\n[BatchNorm]\n[ReLU]\n[Conv2D(8, 3)]\nclass Inner;");

    [Fact]
    public Task A_block_is_not_changed_from_its_user() => VerifyFix.OffersNothingAsync(
        new DropoutWithBatchNormFix(),
        "[Network]\n[ImageInput(9, 9, 1)]\n[Conv2D(8, 3)]\n[BatchNorm]\n[ReLU]\n[Use<Drops>]\n[Conv2D(8, 3)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dropout(0.1)]\nclass Drops;");
}
