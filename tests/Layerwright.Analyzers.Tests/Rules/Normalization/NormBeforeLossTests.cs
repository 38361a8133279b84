using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class NormBeforeLossTests
{
    private const string Id = "LW4014";

    [Theory]
    [InlineData("[Input(4)][Dense(3)][{|LW4014:BatchNorm|}][SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)][Maxout(3)][{|LW4014:BatchNorm(Epsilon = 1e-3)|}][MulticlassHinge]")]
    [InlineData("[Input(4)][Dense(3)][{|LW4014:BatchNorm|}][Tanh][MeanSquaredError]")]
    [InlineData("[Input(4)][Dense(3)][ReLU][{|LW4014:BatchNorm|}][SoftmaxCrossEntropy]")]
    [InlineData("[ImageInput(8, 8, 3)][Conv2D(10, 1)][{|LW4014:BatchNorm|}][GlobalAveragePool2D][SoftmaxCrossEntropy]")]
    public Task Between_the_last_weights_and_the_loss_it_is_marked(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(8)][BatchNorm][ReLU][Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[BatchNorm][Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3)][LayerNorm][SoftmaxCrossEntropy]")] // sees no other rows
    [InlineData("[Dense(3)][BatchNorm]")] // no loss
    [InlineData("[BatchNorm][ReLU][MeanSquaredError]")] // no weights
    public Task Before_the_last_weights_and_other_norms_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("SoftmaxCrossEntropy", "how sure the network is of a row depends on the rows beside it")]
    [InlineData("MeanSquaredError", "what a row's numbers are depends on the rows beside it")]
    public async Task The_message_names_the_weights_and_says_what_is_lost(string loss, string consequence)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[Dense(3, Name = \"Head\")]\n[{{|LW4014:BatchNorm|}}]\n[{loss}]\npublic partial class Net;");
        Assert.Equal(
            $"BatchNorm1 stands between the last weights (Head) and [{loss}]: every output gets one mean and one scale over the batch, and {consequence}; remove it",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task At_the_end_of_a_block_or_of_a_residuals_branch_it_is_said_at_the_use_that_ends_the_network() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(8)]
        [Repeat<Layer>(2)]
        [{|LW4014:Use<Layer>|}]
        [MeanSquaredError]
        public partial class Net;

        [Network]
        [Input(8)]
        [Residual<Layer>]
        [{|LW4014:Residual<Layer>(Projection = true)|}]
        [MeanSquaredError]
        public partial class Sum;

        [Network]
        [Input(8)]
        [Residual<Layer>]
        [Dense(2)]
        [MeanSquaredError]
        public partial class Inside;

        [Block]
        [Dense(8)]
        [BatchNorm]
        class Layer;
        """);

    [Fact]
    public Task The_fix_removes_it_and_keeps_the_comments() => VerifyFix.AloneAsync(
        new NormBeforeLossFix(),
        "Remove",
        "[Network]\n[Input(4)]\n[Dense(3)] // scores\n// keep in range\n[BatchNorm(Momentum = 0.05)] // ?\n[SoftmaxCrossEntropy]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(3)] // scores\n// keep in range\n// ?\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public Task In_lists_with_suffix_and_by_alias_all_are_removed_together() => VerifyFix.AllInDocumentAsync(
        new NormBeforeLossFix(),
        Id,
        """
        using Norm = Layerwright.BatchNormAttribute;

        [Network, Input(4), Dense(3), BatchNormAttribute(), SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4)] [Dense(3)] [Norm] [MeanSquaredError] partial class Two;
        """,
        """
        using Norm = Layerwright.BatchNormAttribute;

        [Network, Input(4), Dense(3), SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4)] [Dense(3)] [MeanSquaredError] partial class Two;
        """);

    [Theory]
    [InlineData("[Use<Layer>]")]
    [InlineData("[Dense(3, Init = Init.Xavier), BatchNorm, ReLU]")] // Xavier before a rectifier is a hint only behind a normalisation
    [InlineData("[Dense(3), Tanh, BatchNorm, Tanh]")]
    public Task Nothing_is_offered_where_a_block_would_change_or_another_warning_come(string head) => VerifyFix.OffersNothingAsync(
        new NormBeforeLossFix(), $"[Network]\n[Input(4)]\n{head}\n[SoftmaxCrossEntropy]\npartial class Net;\n\n[Block]\n[Dense(3)]\n[BatchNorm]\nclass Layer;");
}
