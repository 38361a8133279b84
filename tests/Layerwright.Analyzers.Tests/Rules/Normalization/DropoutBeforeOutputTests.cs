using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class DropoutBeforeOutputTests
{
    private const string Id = "LW4005";

    [Theory]
    [InlineData("[Input(4)][Dense(8)][{|LW4005:Dropout(0.2)|}][SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)][Dense(8)][{|LW4005:AlphaDropout(rate: 0.1)|}][MeanSquaredError]")]
    [InlineData("[Input(4)][Maxout(8)][{|LW4005:Dropout(0.2, Name = \"Noise\")|}][MulticlassHinge]")]
    [InlineData("[Input(4)][Dense(8)][ReLU][{|LW4005:Dropout(0.2)|}][SoftmaxCrossEntropy]")]
    [InlineData("[Input(4)][Dense(8)][{|LW4005:Dropout(0.2)|}][Sigmoid][MeanSquaredError]")]
    [InlineData("[ImageInput(8, 8, 3)][Conv2D(8, 3)][{|LW4005:SpatialDropout2D(0.2)|}][GlobalAveragePool2D][SoftmaxCrossEntropy]")]
    public Task Between_the_last_weights_and_the_loss_it_is_marked(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n{layers}\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(8)][ReLU][Dropout(0.2)][Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dropout(0.2)][Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(8)][Dropout(0.2)]")] // no loss
    [InlineData("[Dense(8)][Dropout(0)][SoftmaxCrossEntropy]")] // drops nothing
    [InlineData("[Dropout(0.2)][BatchNorm][MeanSquaredError]")] // no weights
    public Task Before_the_last_weights_it_is_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");

    [Fact]
    public async Task The_message_says_how_much_is_dropped_and_where_it_belongs()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(8, Name = \"Head\")]\n[{|LW4005:Dropout(0.25)|}]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        Assert.Equal(
            "Dropout1 drops 25 % of what the last weights (Head) give to [SoftmaxCrossEntropy]: the loss sees outputs that the network has not put out; remove it, or put it before Head",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task At_the_end_of_a_block_or_of_a_residuals_branch_it_is_said_at_the_use_that_ends_the_network()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(8)]
            [Repeat<Layer>(2)]
            [{|LW4005:Use<Layer>|}]
            [MeanSquaredError]
            public partial class Net;

            [Network]
            [Input(8)]
            [Residual<Layer>]
            [{|LW4005:Residual<Layer>|}]
            [MeanSquaredError]
            public partial class Sum;

            [Block]
            [Dense(8)]
            [Dropout(0.1)]
            class Layer;
            """);
        Assert.All(run.Analyzers, diagnostic => Assert.StartsWith("Layer.Dropout1 drops 10 % of what the last weights (Layer.Dense1) give", diagnostic.GetMessage()));
        Assert.All(run.Analyzers, diagnostic => Assert.Single(diagnostic.AdditionalLocations));
    }

    [Fact]
    public Task The_fix_removes_it_and_keeps_the_comments() => VerifyFix.AloneAsync(
        new DropoutBeforeOutputFix(),
        "Remove",
        "[Network]\n[Input(4)]\n[Dense(8)] // scores\n// regularise\n[Dropout(0.2)] // a little\n[SoftmaxCrossEntropy]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8)] // scores\n// regularise\n// a little\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public Task In_lists_with_suffix_and_by_alias_all_are_removed_together() => VerifyFix.AllInDocumentAsync(
        new DropoutBeforeOutputFix(),
        Id,
        """
        using Drop = Layerwright.DropoutAttribute;

        [Network, Input(4), Dense(8), DropoutAttribute(0.1), MulticlassHinge] partial class One;
        [Network] [Input(4)] [Dense(8), /* noise */ Drop(rate: 0.1, Name = "D")] [SoftmaxCrossEntropy] partial class Two;
        """,
        """
        using Drop = Layerwright.DropoutAttribute;

        [Network, Input(4), Dense(8), MulticlassHinge] partial class One;
        [Network] [Input(4)] [Dense(8) /* noise */ ] [SoftmaxCrossEntropy] partial class Two;
        """);

    [Theory]
    [InlineData("[Use<Layer>]")]
    [InlineData("[Dense(8), LayerNorm, Dropout(0.1), BatchNorm]")]
    public Task Nothing_is_offered_where_a_block_would_change_or_two_norms_would_meet(string head) => VerifyFix.OffersNothingAsync(
        new DropoutBeforeOutputFix(), $"[Network]\n[Input(4)]\n{head}\n[SoftmaxCrossEntropy]\npartial class Net;\n\n[Block]\n[Dense(8)]\n[Dropout(0.1)]\nclass Layer;");
}
