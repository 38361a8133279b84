using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Activations;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class ActivationOnLogitsTests
{
    private const string Id = "LW2005";

    [Theory]
    [InlineData("Dense(3)", "ReLU", "SoftmaxCrossEntropy")]
    [InlineData("Dense(3)", "Sigmoid", "SoftmaxCrossEntropy(LabelSmoothing = 0.1)")]
    [InlineData("Dense(3)", "Tanh(Name = \"Squash\")", "SoftmaxCrossEntropy")]
    [InlineData("Dense(3)", "LogSoftmax", "SoftmaxCrossEntropy")]
    [InlineData("Maxout(3)", "GELU", "SoftmaxCrossEntropy")]
    [InlineData("Dense(3)", "Softmax", "BinaryCrossEntropy")]
    [InlineData("Dense(1)", "LeakyReLU(0.1)", "BinaryCrossEntropy")]
    [InlineData("Dense(1)", "HardSigmoid", "BinaryCrossEntropy")]
    [InlineData("Dense(3)", "Softmax", "MulticlassHinge")]
    public Task What_the_loss_does_not_contain_is_marked(string weights, string activation, string loss) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n[{weights}]\n[{{|LW2005:{activation}|}}]\n[{loss}]\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(8)][ReLU][Dense(3)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(3)][Softmax][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(1)][Sigmoid][BinaryCrossEntropy]")]
    [InlineData("[Dense(1)][Softmax][BinaryCrossEntropy]")]
    [InlineData("[Dense(3)][ReLU][MeanSquaredError]")]
    [InlineData("[Dense(3)][Tanh][MulticlassHinge]")]
    [InlineData("[Dense(3)][LogSoftmax][MulticlassHinge]")]
    [InlineData("[Dense(3)][ReLU]")]
    [InlineData("[Maxout(3)][SoftmaxCrossEntropy]")]
    [InlineData("[ReLU][BatchNorm][SoftmaxCrossEntropy]")]
    public Task Raw_outputs_and_other_rules_faults_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");

    [Fact]
    public async Task The_message_names_weights_and_loss_and_what_it_applies()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(3, Name = \"Head\")]\n[Dropout(0.1)]\n[{|LW2005:ReLU|}]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        Assert.Equal(
            "ReLU1 stands between the last weights (Head) and [SoftmaxCrossEntropy], which takes raw outputs of either sign and applies softmax itself; remove it",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task Before_a_hinge_the_message_speaks_of_its_margin()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(4)]\n[Dense(3)]\n[{|LW2005:Softmax|}]\n[MulticlassHinge]\npublic partial class Net;");
        Assert.Contains("[MulticlassHinge], which wants a margin between raw scores", Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task Positions_of_an_image_are_pooled_behind_it_and_it_bends_the_outputs_all_the_same() => Verify.OnlyAsync(Id, """
        [Network]
        [ImageInput(8, 8, 3)]
        [Conv2D(10, 1)]
        [{|LW2005:ReLU|}]
        [GlobalAveragePool2D]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task Behind_a_residuals_sum_it_is_marked_and_inside_its_branch_or_a_gate_it_is_not() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [Dense(4)]
        [Residual<Branch>]
        [{|LW2005:ReLU|}]
        [SoftmaxCrossEntropy]
        public partial class Behind;

        [Network]
        [Input(4)]
        [Dense(4)]
        [Gate<Mask>]
        [Residual<Branch>]
        [SoftmaxCrossEntropy]
        public partial class Inside;

        [Block]
        [Dense(4)]
        [ReLU]
        class Branch;

        [Block]
        [Dense(4)]
        [Sigmoid]
        class Mask;
        """);

    [Fact]
    public async Task In_a_block_it_is_said_where_the_block_ends_the_network()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(4)]
            [Use<Layer>]
            [{|LW2005:Use<Layer>|}]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [Dense(4)]
            [BatchNorm]
            [ReLU]
            class Layer;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.StartsWith("Layer.ReLU1 stands between the last weights (Layer.Dense1)", diagnostic.GetMessage());
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Fact]
    public Task Parts_of_a_concatenated_output_are_outputs_too() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [{|LW2005:Concat<Bent, Plain>|}]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block, Dense(2), ReLU]
        class Bent;

        [Block, Dense(2)]
        class Plain;
        """);

    [Fact]
    public Task The_fix_removes_it_and_keeps_the_comments() => VerifyFix.AloneAsync(
        new ActivationOnLogitsFix(),
        "Remove",
        "[Network]\n[Input(4)]\n[Dense(3)] // scores\n// not negative\n[ReLU(Name = \"Clip\")] // why\n[SoftmaxCrossEntropy] // loss\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(3)] // scores\n// not negative\n// why\n[SoftmaxCrossEntropy] // loss\npublic partial class Net;");

    [Fact]
    public Task In_lists_with_suffix_and_by_alias_all_are_removed_together() => VerifyFix.AllInDocumentAsync(
        new ActivationOnLogitsFix(),
        Id,
        """
        using Bend = Layerwright.ReLUAttribute;

        [Network, Input(4), Dense(3), /* clips */ TanhAttribute(), SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4)] [Dense(3)] [Bend] [SoftmaxCrossEntropy] partial class Two;
        """,
        """
        using Bend = Layerwright.ReLUAttribute;

        [Network, Input(4), Dense(3), /* clips */ SoftmaxCrossEntropy] partial class One;
        [Network] [Input(4)] [Dense(3)] [SoftmaxCrossEntropy] partial class Two;
        """);

    [Theory]
    [InlineData("[Dense(4), BatchNorm, ReLU, LayerNorm]")]
    [InlineData("[Dense(4), Dropout(0.1), ReLU, BatchNorm]")]
    [InlineData("[Use<Layer>]")]
    public Task Nothing_is_offered_where_two_others_would_meet_or_a_block_would_change(string head) => VerifyFix.OffersNothingAsync(
        new ActivationOnLogitsFix(), $"[Network]\n[Input(4)]\n{head}\n[SoftmaxCrossEntropy]\npartial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\nclass Layer;");
}
