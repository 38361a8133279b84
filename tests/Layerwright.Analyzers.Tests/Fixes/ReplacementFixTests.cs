using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;
using Layerwright.CodeFixes.Fixes.Shapes;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>Fixes that put another layer in a layer's place: LW1021, LW2001.</summary>
public class ReplacementFixTests
{
    [Theory]
    [InlineData("BinaryCrossEntropy")]
    [InlineData("MeanSquaredError")]
    public Task A_fitting_loss_keeps_name_and_comments(string loss) => VerifyFix.AloneAsync(
        new OutputLossMismatchFix(),
        $"Use [{loss}]",
        "[Network]\n[Input(4)]\n[Dense(1)]\n[SoftmaxCrossEntropy(Name = \"Cost\")] // loss\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n[Dense(1)]\n[{loss}(Name = \"Cost\")] // loss\npublic partial class Net;");

    [Theory]
    [InlineData("BinaryCrossEntropy")]
    [InlineData("MeanSquaredError")]
    public Task What_the_fitting_loss_does_not_take_goes(string loss) => VerifyFix.AllInDocumentAsync(
        new OutputLossMismatchFix(),
        $"LW1021.{loss}",
        """
        [Network, Input(4), Dense(1), SoftmaxCrossEntropy(IgnoreLabel = -1, Name = "Cost", LabelSmoothing = 0.1)] partial class One;
        [Network, Input(4), Dense(1), MulticlassHinge(Margin = 2, Squared = true)] partial class Two;
        """,
        $"""
        [Network, Input(4), Dense(1), {loss}(Name = "Cost")] partial class One;
        [Network, Input(4), Dense(1), {loss}] partial class Two;
        """);

    [Theory]
    [InlineData("BinaryCrossEntropy")]
    [InlineData("MeanSquaredError")]
    public Task The_fitting_loss_takes_outputs_raw_so_activations_behind_the_last_weights_go(string loss) => VerifyFix.AllInDocumentAsync(
        new OutputLossMismatchFix(),
        $"LW1021.{loss}",
        """
        [Network, Input(4), Dense(1), BatchNorm, Tanh, Dense(1), Sigmoid, SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4)] [Use<Layer>] [Softmax] [MulticlassHinge] partial class Two;
        [Block, Dense(1)] class Layer;
        """,
        $"""
        [Network, Input(4), Dense(1), BatchNorm, Tanh, Dense(1), {loss}] partial class One;
        [Network] [Input(4)] [Use<Layer>] [{loss}] partial class Two;
        [Block, Dense(1)] class Layer;
        """);

    [Fact]
    public Task Losses_are_replaced_together() => VerifyFix.AllInDocumentAsync(
        new OutputLossMismatchFix(),
        "LW1021.BinaryCrossEntropy",
        "[Network, Input(4), Dense(1), SoftmaxCrossEntropy] partial class One;\n[Network, Input(4), Dense(1), SoftmaxCrossEntropyAttribute()] partial class Two;",
        "[Network, Input(4), Dense(1), BinaryCrossEntropy] partial class One;\n[Network, Input(4), Dense(1), BinaryCrossEntropyAttribute()] partial class Two;");

    [Theory]
    [InlineData("ReLU", "[Dense(8)]")]
    [InlineData("Tanh", "[Dense(8, Init = Init.Xavier)]")]
    public Task A_sigmoid_is_replaced_and_before_a_rectifier_the_weights_lose_what_suited_it(string activation, string dense) => VerifyFix.AloneAsync(
        new SigmoidInHiddenLayerFix(),
        $"Replace by [{activation}]",
        "[Network]\n[Input(4)]\n[Dense(8, Init = Init.Xavier)]\n[BatchNorm]\n// bends\n[Sigmoid(Key = \"s\")] // here\n[Dense(2)]\npublic partial class Net;",
        $"[Network]\n[Input(4)]\n{dense}\n[BatchNorm]\n// bends\n[{activation}(Key = \"s\")] // here\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Sigmoids_in_lists_qualified_and_by_alias_are_replaced_together() => VerifyFix.AllInDocumentAsync(
        new SigmoidInHiddenLayerFix(),
        "LW2001.ReLU",
        """
        using Bend = Layerwright.SigmoidAttribute;
        using L = Layerwright;

        [Network]
        [Input(4)]
        [Dense(8, UseBias = true, Init = Init.LeCun), Sigmoid, Dense(8, Init = Init.Xavier, UseBias = true), SigmoidAttribute]
        [Dense(8)] [Layerwright.Sigmoid] [Dense(8)] [global::Layerwright.SigmoidAttribute()]
        [Dense(8)]
        [L.Sigmoid] // qualified by alias
        [Dense(8)]
        [L::Sigmoid]
        [Dense(8)]
        [Bend]
        [Dense(2)]
        public partial class Net;
        """,
        """
        using Bend = Layerwright.SigmoidAttribute;
        using L = Layerwright;

        [Network]
        [Input(4)]
        [Dense(8, UseBias = true), ReLU, Dense(8, UseBias = true), ReLUAttribute]
        [Dense(8)] [Layerwright.ReLU] [Dense(8)] [global::Layerwright.ReLUAttribute()]
        [Dense(8)]
        [L.ReLU] // qualified by alias
        [Dense(8)]
        [L::ReLU]
        [Dense(8)]
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task A_users_own_type_of_that_name_is_not_taken_for_ours() => VerifyFix.AloneAsync(
        new SigmoidInHiddenLayerFix(),
        "Replace by [Tanh]",
        "namespace Mine;\n\nclass TanhAttribute : Attribute;\n\n[Network]\n[Input(4)]\n[Dense(3)]\n[BatchNorm]\n[Sigmoid]\n[Dense(2)]\npartial class Net;",
        "namespace Mine;\n\nclass TanhAttribute : Attribute;\n\n[Network]\n[Input(4)]\n[Dense(3)]\n[BatchNorm]\n[global::Layerwright.Tanh]\n[Dense(2)]\npartial class Net;");

    [Fact]
    public async Task Behind_a_blocks_xavier_weights_only_tanh_is_offered()
    {
        var solution = TestWorkspace.Create("[Network]\n[Input(4)]\n[Use<Inner>]\n[Sigmoid]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8, Init = Init.Xavier)]\nclass Inner;");
        var diagnostic = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(found => found.Id == "LW2001");
        var offers = await FixRun.OffersAsync(new SigmoidInHiddenLayerFix(), solution.File(), diagnostic);
        Assert.Equal(["Replace by [Tanh]"], offers.Select(offer => offer.Title));
    }

    [Fact]
    public Task No_fix_edits_a_block_from_a_networks_diagnostic() => VerifyFix.OffersNothingAsync(
        new SigmoidInHiddenLayerFix(),
        "[Network]\n[Input(4)]\n[Use<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\n[BatchNorm]\n[Sigmoid]\nclass Inner;");
}
