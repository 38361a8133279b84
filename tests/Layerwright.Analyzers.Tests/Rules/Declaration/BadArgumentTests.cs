using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Declaration;

public class BadArgumentTests
{
    [Theory]
    [InlineData("[Dense({|LW0008:0|})]")]
    [InlineData("[Dense({|LW0008:units: -3|})]")]
    [InlineData("[Dense({|LW0008:int.MinValue|})]")]
    [InlineData("[Dense(3, {|LW0008:InitScale = 0|})]")]
    [InlineData("[Dense(3, {|LW0008:L2 = -1e-4|})]")]
    [InlineData("[Dense(3, {|LW0008:L1 = double.PositiveInfinity|}, {|LW0008:BiasInit = double.NaN|})]")]
    [InlineData("[Dense(3, {|LW0008:Init = (Init)99|})]")]
    [InlineData("[Dense(3)][Dropout({|LW0008:1|})]")]
    [InlineData("[Dense(3)][Dropout({|LW0008:-0.1|})]")]
    [InlineData("[Dense(3)][Dropout({|LW0008:double.NaN|})]")]
    [InlineData("[Dense(3)][LeakyReLU({|LW0008:double.NaN|})]")]
    [InlineData("[Dense(3)][BatchNorm({|LW0008:Epsilon = 0|})]")]
    [InlineData("[Dense(3)][BatchNorm({|LW0008:Momentum = 1.5|})]")]
    [InlineData("[Repeat<Inner>({|LW0008:0|})]")]
    [InlineData("[Repeat<Inner>({|LW0008:2000000000|})]")]
    public Task An_argument_out_of_its_domain_is_marked(string layers) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n{layers}\n[Tanh]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(3)]\n[Tanh]\nclass Inner;");

    [Theory]
    [InlineData("SoftmaxCrossEntropy({|LW0008:LabelSmoothing = 1|})", "LabelSmoothing of SoftmaxCrossEntropy1 is 1; it must be at least 0 and below 1, such as 0.1")]
    [InlineData("SoftmaxCrossEntropy({|LW0008:LabelSmoothing = -0.1|})", "LabelSmoothing of SoftmaxCrossEntropy1 is -0.1; it must be at least 0 and below 1, such as 0")]
    [InlineData("SoftmaxCrossEntropy({|LW0008:LabelSmoothing = double.NaN|})", "LabelSmoothing of SoftmaxCrossEntropy1 is NaN; it must be at least 0 and below 1, such as 0")]
    [InlineData("MulticlassHinge({|LW0008:Margin = -1|})", "Margin of MulticlassHinge1 is -1; it must be a finite number, 0 or more, such as 1")]
    [InlineData("MulticlassHinge({|LW0008:Margin = double.PositiveInfinity|})", "Margin of MulticlassHinge1 is Infinity; it must be a finite number, 0 or more, such as 1")]
    [InlineData("Huber({|LW0008:0|})", "delta of Huber1 is 0; it must be a positive number, such as 1")]
    [InlineData("Huber({|LW0008:delta: -2.5|})", "delta of Huber1 is -2.5; it must be a positive number, such as 1")]
    public async Task An_argument_of_a_loss_out_of_its_domain_is_marked(string loss, string message)
    {
        var diagnostic = await Verify.SingleAsync($"[Network]\n[Input(4)]\n[Dense(2)]\n[{loss}]\npublic partial class Net;");
        Assert.Equal(message, diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy(LabelSmoothing = 0, IgnoreLabel = int.MinValue)")]
    [InlineData("SoftmaxCrossEntropy(LabelSmoothing = 0.999, IgnoreLabel = 0)")]
    [InlineData("MulticlassHinge(Margin = 0)")]
    [InlineData("Huber(1e-30)")]
    public Task The_ends_of_a_losss_domains_are_silent(string loss) =>
        Verify.CompilingAsync($"[Network]\n[Input(4)]\n[Dense(2)]\n[{loss}]\npublic partial class Net;");

    [Fact]
    public async Task The_message_names_layer_argument_value_and_the_nearest_valid_one()
    {
        var diagnostic = await Verify.SingleAsync("[Network]\n[Input({|LW0008:-4|})]\n[Dense(2)]\npublic partial class Net;");
        Assert.Equal("features of Input1 is -4; it must be at least 1, such as 1", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("ImageInput({|LW0008:0|}, 4, 3)", "Flatten", "height of ImageInput1 is 0; it must be at least 1, such as 1")]
    [InlineData("ImageInput(4, {|LW0008:-1|}, 3)", "Flatten", "width of ImageInput1 is -1; it must be at least 1, such as 1")]
    [InlineData("ImageInput(4, 4, {|LW0008:channels: 0|})", "Flatten", "channels of ImageInput1 is 0; it must be at least 1, such as 1")]
    [InlineData("ImageInput(4, 4, 3, {|LW0008:Layout = (ImageLayout)7|})", "Flatten", "Layout of ImageInput1 is 7; it must be a member of ImageLayout, such as ImageLayout.ChannelsLast")]
    [InlineData("ImageInput(4, 4, 3)", "Conv2D(4, 3, {|LW0008:Padding = (Padding)4|})][Flatten", "Padding of Conv1 is 4; it must be a member of Padding, such as Padding.Valid")]
    [InlineData("SequenceInput(4, 3)", "Conv1D(4, 3, Causal = true, {|LW0008:Padding = Padding.Same|})][Flatten", "Padding of Conv1D1 is Padding.Same; it must be Padding.Valid where Causal is true")]
    [InlineData("ImageInput(4, 4, 3)", "Conv2D(4, 3, Padding = Padding.Same, {|LW0008:Pad = 1|})][Flatten", "Pad of Conv1 is 1; it must be 0 where Padding is Same")]
    [InlineData("Input(4)", "Dense(3, {|LW0008:Init = (Init)99|})", "Init of Dense1 is 99; it must be a member of Init, such as Init.Auto")]
    [InlineData("ImageInput({|LW0008:100000|}, 100000, 3)", "Flatten", "height of ImageInput1 is 100000, with which the network outgrows memory; it must be smaller, such as 512")]
    [InlineData("SequenceInput({|LW0008:0|}, 4)", "Flatten", "length of SequenceInput1 is 0; it must be at least 1, such as 1")]
    [InlineData("SequenceInput(4, {|LW0008:0|})", "Flatten", "features of SequenceInput1 is 0; it must be at least 1, such as 1")]
    [InlineData("ImageInput(4, 4, 3)", "SpatialDropout2D({|LW0008:1|})][Flatten", "rate of SpatialDropout2D1 is 1; it must be at least 0 and below 1, such as 0.5")]
    [InlineData("Input(48)", "Reshape({|LW0008:47|})", "length of Reshape1 is 47, which makes 47 of an input of 48 (48 numbers); it must be such that the sizes multiply to 48, such as 48")]
    [InlineData("Input(48)", "Reshape(4, 4, {|LW0008:2|})][Flatten", "channels of Reshape1 is 2, which makes 4×4×2 of an input of 48 (48 numbers); it must be such that the sizes multiply to 48, such as 3")]
    [InlineData("ImageInput(4, 4, 3)", "Reshape({|LW0008:5|}, 8, 3)][Flatten", "height of Reshape1 is 5, which makes 5×8×3 of an input of 4×4×3 (48 numbers); it must be such that the sizes multiply to 48, such as 2")]
    [InlineData("Input(48)", "Reshape({|LW0008:5|}, 7, 9)][Flatten", "height of Reshape1 is 5, which makes 5×7×9 of an input of 48 (48 numbers); it must be such that the sizes multiply to 48, such as 1, 1, 48")]
    public async Task An_argument_that_makes_no_shape_is_marked(string input, string layer, string message)
    {
        var diagnostic = await Verify.SingleAsync($"[Network]\n[{input}]\n[{layer}]\n[Tanh]\n[Dense(2)]\npublic partial class Net;");
        Assert.Equal(message, diagnostic.GetMessage());
    }

    [Fact]
    public Task In_a_block_it_is_said_on_the_block_and_not_at_its_uses() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Use<Inner>]
        [Repeat<Inner>(3)]
        public partial class Net;

        [Block]
        [Dense({|LW0008:0|})]
        [Tanh]
        class Inner;
        """);

    [Fact]
    public Task A_block_that_nobody_uses_is_judged_too() => Verify.DiagnosticsAsync("[Block]\n[Dropout({|LW0008:2|})]\nclass Inner;");

    [Fact]
    public Task The_ends_of_each_domain_are_silent() => Verify.OnlyAsync("LW0008", """
        [Network]
        [Input(1)]
        [Dense(1, InitScale = 1e-9, L1 = 0, L2 = 0, BiasInit = -3)]
        [BatchNorm(Epsilon = 1e-30, Momentum = 0)]
        [LeakyReLU(1e-30)]
        [Dropout(0)]
        [Repeat<Inner>(1)]
        [Tanh]
        [Dense(1)]
        public partial class Net;

        [Block]
        [Dense(1)]
        [BatchNorm(Momentum = 1)]
        class Inner;
        """);

    [Fact]
    public async Task The_nearest_value_that_brings_no_other_fault_is_named()
    {
        var diagnostic = await Verify.SingleAsync("[Network]\n[Input(8)]\n[Dense({|LW0008:0|})]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        Assert.Equal("units of Dense1 is 0; it must be at least 1, such as 2", diagnostic.GetMessage());
    }
}
