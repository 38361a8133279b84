using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;

namespace Layerwright.Analyzers.Tests.Fixes;

public class MissingBatchNormFixTests
{
    private const string Title = "Insert [BatchNorm] before each";

    [Fact]
    public Task One_diagnostic_mends_every_layer_and_takes_away_the_bias_that_would_be_cancelled() => VerifyFix.AloneAsync(
        new MissingBatchNormFix(),
        Title,
        """
        [Network]
        [Input(4)]
        [Dense(8, UseBias = true)] // wide
        // bends
        [ReLU]
        [Dense(7, UseBias = true, Init = Init.He)] [Tanh]
        [Dense(6, L2 = 1e-4, UseBias = true), ReLU, Dense(5, UseBias = false), LeakyReLU]
        [Dense(4)]
        [Dropout(0.1)]
        [ReLU]
        [Dense(2, UseBias = true)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        [Network]
        [Input(4)]
        [Dense(8)] // wide
        [BatchNorm]
        // bends
        [ReLU]
        [Dense(7, Init = Init.He)] [BatchNorm] [Tanh]
        [Dense(6, L2 = 1e-4), BatchNorm, ReLU, Dense(5, UseBias = false), BatchNorm, LeakyReLU]
        [Dense(4)]
        [BatchNorm]
        [Dropout(0.1)]
        [ReLU]
        [Dense(2, UseBias = true)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task Between_two_layers_of_a_block_nothing_can_be_put_from_its_user() => VerifyFix.OffersNothingAsync(
        new MissingBatchNormFix(),
        "[Network]\n[Input(4)]\n[Use<Inner>]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[Tanh]\nclass Inner;");

    [Theory]
    [InlineData("[Dense(4, UseBias = true)]")]
    [InlineData("[Dense(4)]\n[Dropout(0.1)]")]
    public Task Behind_a_block_that_ends_in_a_written_bias_or_a_dropout_none_is_put(string block) => VerifyFix.OffersNothingAsync(
        new MissingBatchNormFix(),
        $"[Network]\n[Input(4)]\n[Use<Inner>]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;\n\n[Block]\n{block}\nclass Inner;");

    [Fact]
    public Task Beside_a_block_that_ends_in_a_rectifier_both_are_mended() => VerifyFix.AllInDocumentAsync(
        new MissingBatchNormFix(),
        "LW4001",
        "[Network]\n[Input(4)]\n[Repeat<Inner>(2)]\n[Dense(8)]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\nclass Inner;",
        "[Network]\n[Input(4)]\n[Repeat<Inner>(2)]\n[Dense(8)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[BatchNorm]\n[ReLU]\nclass Inner;");

    [Fact]
    public Task Networks_and_blocks_of_a_document_are_mended_together() => VerifyFix.AllInDocumentAsync(
        new MissingBatchNormFix(),
        "LW4001",
        """
        [Network]
        [Input(4)]
        [Dense(4), ReLU]
        [Residual<Inner>]
        [ReLU]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        partial class One;

        [Block]
        [Dense(4)]
        [ReLU]
        [Dense(4)]
        class Inner;
        """,
        """
        [Network]
        [Input(4)]
        [Dense(4), BatchNorm, ReLU]
        [Residual<Inner>]
        [BatchNorm]
        [ReLU]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        partial class One;

        [Block]
        [Dense(4)]
        [BatchNorm]
        [ReLU]
        [Dense(4)]
        class Inner;
        """);
}
