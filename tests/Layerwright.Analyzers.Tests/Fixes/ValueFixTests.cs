using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Declaration;
using Layerwright.CodeFixes.Fixes.Shapes;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>Fixes that write a value: LW0008, LW0009, LW1011.</summary>
public class ValueFixTests
{
    [Fact]
    public Task The_nearest_valid_value_is_written_alone() => VerifyFix.AloneAsync(
        new BadArgumentFix(),
        "Use 1",
        "[Network]\n[Input(4)]\n[Dense(/* units */ units: -3, UseBias = false)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(/* units */ units: 1, UseBias = false)]\npublic partial class Net;");

    [Theory]
    [InlineData("MaxPool2D(0)", "MaxPool2D(2)", 2)]
    [InlineData("MaxPool2D(0, Stride = 1)", "MaxPool2D(2, Stride = 1)", 2)]
    [InlineData("MaxPool2D(-1, Stride = 3)", "MaxPool2D(3, Stride = 3)", 3)]
    [InlineData("AveragePool2D(0, 2)", "AveragePool2D(2, 2)", 2)]
    [InlineData("Repeat<Inner>(0)", "Repeat<Inner>(2)", 2)]
    public Task The_least_value_is_not_written_where_it_would_change_nothing(string bad, string good, int value) => VerifyFix.AloneAsync(
        new BadArgumentFix(), $"Use {value}", Images(bad), Images(good));

    [Theory]
    [InlineData("[Input(4)]\n[Dense(0)]\n[SoftmaxCrossEntropy]", "[Input(4)]\n[Dense(2)]\n[SoftmaxCrossEntropy]", 2)] // one class makes no loss
    [InlineData("[ImageInput(0, 8, 3)]\n[Conv2D(2, 3)]\n[Flatten]\n[Dense(2)]", "[ImageInput(3, 8, 3)]\n[Conv2D(2, 3)]\n[Flatten]\n[Dense(2)]", 3)] // what holds the kernel
    public Task The_nearest_value_is_one_that_brings_no_other_fault(string bad, string good, int value) => VerifyFix.AloneAsync(
        new BadArgumentFix(), $"Use {value}", $"[Network]\n{bad}\npublic partial class Net;", $"[Network]\n{good}\npublic partial class Net;");

    [Fact]
    public Task Where_no_value_is_near_none_is_offered() => VerifyFix.OffersNothingAsync(
        new BadArgumentFix(), "[Network]\n[ImageInput(0, 8, 3)]\n[Reshape(29, 24, 3)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Values_of_every_kind_are_written_together() => VerifyFix.AllInDocumentAsync(
        new BadArgumentFix(),
        "LW0008",
        """
        [Network, Input(-1), Dense(8, L2 = -1, InitScale = double.NaN, Init = (Init)77)]
        [BatchNorm(Momentum = 3, Epsilon = -1)]
        [ReLU]
        [Dropout(1.5 /* too much */)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        [Network, Input(1), Dense(8, L2 = 0, InitScale = 1, Init = Init.Auto)]
        [BatchNorm(Momentum = 0.1, Epsilon = 1e-5)]
        [ReLU]
        [Dropout(0.5 /* too much */)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task A_member_of_an_enumeration_is_written_by_its_name() => VerifyFix.AllInDocumentAsync(
        new BadArgumentFix(),
        "LW0008",
        "[Network, ImageInput(4, 4, 3, Layout = (ImageLayout)7), Conv2D(2, 3, Padding = (Padding)4), Flatten, Dense(2)] partial class Net;",
        "[Network, ImageInput(4, 4, 3, Layout = ImageLayout.ChannelsLast), Conv2D(2, 3, Padding = Padding.Valid), Flatten, Dense(2)] partial class Net;");

    [Fact]
    public Task A_layer_is_renamed_alone() => VerifyFix.AloneAsync(
        new BadNameFix(),
        "Rename to Head2",
        "[Network]\n[Input(4)]\n[Dense(3, Name = \"Head\")]\n[Dense(2, Name = nameof(Head))] // head\npublic partial class Net;\nclass Head;",
        "[Network]\n[Input(4)]\n[Dense(3, Name = \"Head\")]\n[Dense(2, Name = \"Head2\")] // head\npublic partial class Net;\nclass Head;");

    [Fact]
    public Task A_layer_with_the_classs_name_is_renamed_and_those_behind_it_keep_theirs() => VerifyFix.AloneAsync(
        new BadNameFix(),
        "Rename to Dense5",
        "[Network]\n[Input(4)]\n[Dense(3)]\n[Tanh]\n[Dense(3)] // Net's\n[Tanh]\n[Dense(2, Name = \"Head\"), Dense(2, UseBias = false)]\n[Tanh]\n[Dense(units: 2)]\npublic partial class Dense2;",
        "[Network]\n[Input(4)]\n[Dense(3)]\n[Tanh]\n[Dense(3, Name = \"Dense5\")] // Net's\n[Tanh]\n[Dense(2, Name = \"Head\"), Dense(2, UseBias = false, Name = \"Dense3\")]\n[Tanh]\n[Dense(units: 2, Name = \"Dense4\")]\npublic partial class Dense2;");

    [Fact]
    public Task Layers_are_renamed_together() => VerifyFix.AllInDocumentAsync(
        new BadNameFix(),
        "LW0009",
        "[Network, Input(4), Dense(3, Name = \"State\"), Dense(3, Name = \"a b\"), Dense(2, Name = \"Ab\")]\npublic partial class Net;",
        "[Network, Input(4), Dense(3, Name = \"State2\"), Dense(3, Name = \"Ab2\"), Dense(2, Name = \"Ab\")]\npublic partial class Net;");

    [Fact]
    public Task A_key_is_replaced_and_a_layer_called_as_its_class_is_given_a_name() => VerifyFix.AllInDocumentAsync(
        new BadNameFix(),
        "LW0009",
        "[Network, Input(4), BatchNorm(Key = \"a\"), Dense(2, Key = \"a\")]\npublic partial class One;\n[Network, Input(4), Dense(2)]\npublic partial class Dense1;",
        "[Network, Input(4), BatchNorm(Key = \"a\"), Dense(2, Key = \"a2\")]\npublic partial class One;\n[Network, Input(4), Dense(2, Name = \"Dense2\")]\npublic partial class Dense1;");

    [Fact]
    public Task A_projection_is_set_with_and_without_arguments() => VerifyFix.AllInDocumentAsync(
        new ResidualShapeFix(),
        "LW1011",
        """
        [Network]
        [Input(4)]
        [Residual<Eight>]
        [Residual<Five>(Name = "Narrow" /* kept */)]
        [Residual<Eight>(Projection = false)]
        [Residual<Five>()]
        public partial class Net;

        [Block]
        [Dense(8)]
        class Eight;

        [Block]
        [Dense(5)]
        class Five;
        """,
        """
        [Network]
        [Input(4)]
        [Residual<Eight>(Projection = true)]
        [Residual<Five>(Name = "Narrow", Projection = true /* kept */)]
        [Residual<Eight>(Projection = true)]
        [Residual<Five>(Projection = true)]
        public partial class Net;

        [Block]
        [Dense(8)]
        class Eight;

        [Block]
        [Dense(5)]
        class Five;
        """);

    [Fact]
    public Task A_projection_is_set_alone() => VerifyFix.AloneAsync(
        new ResidualShapeFix(),
        "Set Projection = true",
        "[Network]\n[Input(4)]\n[Residual<Eight>] // eight\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Eight;",
        "[Network]\n[Input(4)]\n[Residual<Eight>(Projection = true)] // eight\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Eight;");

    [Fact]
    public Task A_shortcut_has_no_projection() => VerifyFix.OffersNothingAsync(
        new ResidualShapeFix(),
        "[Network]\n[Input(4)]\n[Residual<Eight, Five>]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\nclass Eight;\n\n[Block]\n[Dense(5)]\nclass Five;");

    [Fact]
    public Task No_fix_edits_a_block_from_a_networks_diagnostic() => VerifyFix.OffersNothingAsync(
        new ResidualShapeFix(),
        "[Network]\n[Input(4)]\n[Use<Outer>]\npublic partial class Net;\n\n[Block]\n[Residual<Eight>]\nclass Outer;\n\n[Block]\n[Dense(8)]\nclass Eight;");

    private static string Images(string layer) =>
        $"[Network]\n[ImageInput(12, 12, 3)]\n[{layer}]\n[Flatten]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Conv2D(3, 3, Padding = Padding.Same)]\n[BatchNorm]\n[ReLU]\nclass Inner;\n";
}
