using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Shapes;

namespace Layerwright.Analyzers.Tests.Fixes.Shapes;

/// <summary>Fixes of what slides: LW1004, LW1005, LW1008, LW1009.</summary>
public class WindowFixTests
{
    [Fact]
    public Task Padding_that_keeps_the_size_reaches_the_end() => VerifyFix.AloneAsync(
        new PixelsDroppedFix(),
        "Set Padding = Padding.Same",
        Network("// halves\n[Conv2D(8, 3, Stride = 2, Name = \"Stem\")] // here"),
        Network("// halves\n[Conv2D(8, 3, Stride = 2, Name = \"Stem\", Padding = Padding.Same)] // here"));

    [Fact]
    public Task A_pooling_takes_a_number() => VerifyFix.AloneAsync(
        new PixelsDroppedFix(),
        "Set Pad = 1",
        Network("[BatchNorm, MaxPool2D(3, Stride = 2), Conv2DAttribute(4, 1)]"),
        Network("[BatchNorm, MaxPool2D(3, Stride = 2, Pad = 1), Conv2DAttribute(4, 1)]"));

    [Theory]
    [InlineData("Set Padding = Padding.Same", "Conv2D(8, 7, PadHeight = 1, Stride = 4, Padding = Padding.Valid)", "Conv2D(8, 7, Stride = 4, Padding = Padding.Same)")]
    [InlineData("Set PadHeight = 2", "Conv2D(8, 4, PadHeight = 1, Stride = 4)", "Conv2D(8, 4, PadHeight = 2, Stride = 4)")]
    [InlineData("Set PadHeight = 2", "Conv2D(8, 4, 3, Pad = 1, StrideHeight = 4)", "Conv2D(8, 4, 3, Pad = 1, StrideHeight = 4, PadHeight = 2)")]
    [InlineData("Set PadWidth = 1", "MaxPool2D(windowWidth: 3, windowHeight: 2, Stride = 2)", "MaxPool2D(windowWidth: 3, windowHeight: 2, Stride = 2, PadWidth = 1)")]
    public Task Only_what_must_change_does(string title, string before, string after) =>
        VerifyFix.AloneAsync(new PixelsDroppedFix(), title, Network($"[{before}]"), Network($"[{after}]"));

    [Fact]
    public Task Where_keeping_the_size_would_drop_further_on_a_number_is_written() => VerifyFix.AloneAsync(
        new PixelsDroppedFix(),
        "Set Pad = 1",
        Network("[Conv2D(8, 5, Stride = 2)]\n[Conv2D(8, 5, Stride = 3, Pad = 1)]"),
        Network("[Conv2D(8, 5, Stride = 2, Pad = 1)]\n[Conv2D(8, 5, Stride = 3, Pad = 1)]"));

    [Fact]
    public Task Where_no_padding_leaves_legal_shapes_none_is_offered() => VerifyFix.OffersNothingAsync(
        new PixelsDroppedFix(),
        "[Network]\n[ImageInput(28, 28, 3)]\n[Conv2D(8, 3, Stride = 2)]\n[Reshape(1352)]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Several_layers_are_padded_together() => VerifyFix.AllInDocumentAsync(
        new PixelsDroppedFix(),
        "LW1004",
        "[Network, ImageInput(30, 30, 3), Conv2D(8, 3, Stride = 2), GlobalAveragePool2D, Dense(2)] partial class One;\n"
            + "[Network] [SequenceInput(30, 3)] [Conv1D(8, 3, Stride = 2)] [GlobalAveragePool1D] [Dense(2)] partial class Two;",
        "[Network, ImageInput(30, 30, 3), Conv2D(8, 3, Stride = 2, Padding = Padding.Same), GlobalAveragePool2D, Dense(2)] partial class One;\n"
            + "[Network] [SequenceInput(30, 3)] [Conv1D(8, 3, Stride = 2, Padding = Padding.Same)] [GlobalAveragePool1D] [Dense(2)] partial class Two;");

    [Fact]
    public Task No_block_is_padded_from_a_network() => VerifyFix.OffersNothingAsync(
        new PixelsDroppedFix(), Network("[Use<Half>]") + "\n\n[Block]\n[Conv2D(8, 3, Stride = 2)]\nclass Half;");

    [Fact]
    public Task A_stride_becomes_the_kernel() => VerifyFix.AloneAsync(
        new StrideSkipsFix(),
        "Set Stride = 2",
        Network("[Conv2D(8, 2, Stride = 3, Name = \"Stem\")] // three"),
        Network("[Conv2D(8, 2, Stride = 2, Name = \"Stem\")] // three"));

    [Fact]
    public Task With_padding_where_its_steps_would_not_come_out_even() => VerifyFix.AloneAsync(
        new StrideSkipsFix(),
        "Set Stride = 3",
        Network("[Conv2D(8, 3, Stride = 5)]"),
        Network("[Conv2D(8, 3, Stride = 3, Padding = Padding.Same)]"));

    [Fact]
    public Task Each_axis_by_itself_and_both_together() => VerifyFix.AllInDocumentAsync(
        new StrideSkipsFix(),
        "LW1005",
        Network("[Conv2D(8, 2, 4, StrideHeight = 3, StrideWidth = 6)]") + "\n" + Network("[MaxPool2D(2, Stride = 3)]").Replace("Net;", "Other;", StringComparison.Ordinal),
        Network("[Conv2D(8, 2, 4, StrideHeight = 2, StrideWidth = 4)]") + "\n" + Network("[MaxPool2D(2, Stride = 2)]").Replace("Net;", "Other;", StringComparison.Ordinal));

    [Fact]
    public Task A_blocks_stride_stays_its_users_shapes_are_not_known() => VerifyFix.OffersNothingAsync(
        new StrideSkipsFix(), Network("[Use<Half>]") + "\n\n[Block]\n[Conv2D(8, 2, Stride = 3)]\nclass Half;");

    [Fact]
    public Task Padding_becomes_what_keeps_the_size() => VerifyFix.AloneAsync(
        new PaddingTooLargeFix(),
        "Set Pad = 1",
        Network("[Conv2D(8, 3, Pad = 3)] // frame"),
        Network("[Conv2D(8, 3, Pad = 1)] // frame"));

    [Fact]
    public Task Or_less_than_the_kernel_where_shapes_need_it() => VerifyFix.AloneAsync(
        new PaddingTooLargeFix(),
        "Set Pad = 2",
        Network("[Conv2D(8, 3, Pad = 3)]\n[Conv2D(8, 30)]"),
        Network("[Conv2D(8, 3, Pad = 2)]\n[Conv2D(8, 30)]"));

    [Fact]
    public Task Paddings_of_several_layers_and_axes_together() => VerifyFix.AllInDocumentAsync(
        new PaddingTooLargeFix(),
        "LW1008",
        Network("[Conv2D(8, 3, 5, PadWidth = 5, PadHeight = 4), DepthwiseConv2D(3, Dilation = 2, Pad = 6)]"),
        Network("[Conv2D(8, 3, 5, PadWidth = 2, PadHeight = 1), DepthwiseConv2D(3, Dilation = 2, Pad = 2)]"));

    [Fact]
    public Task An_even_kernel_becomes_odd() => VerifyFix.AloneAsync(
        new EvenKernelSameFix(),
        "Use kernel 5",
        Network("[Conv2D(8, 4, Padding = Padding.Same)] // four"),
        Network("[Conv2D(8, 5, Padding = Padding.Same)] // four"));

    [Fact]
    public Task Even_sides_become_odd_together_in_blocks_too() => VerifyFix.AllInDocumentAsync(
        new EvenKernelSameFix(),
        "LW1009",
        Network("[Conv2D(kernelWidth: 2, kernelHeight: 4, filters: 8, Padding = Padding.Same)]\n[Use<Even>]") + "\n\n[Block]\n[DepthwiseConv2D(6, Padding = Padding.Same)]\nclass Even;",
        Network("[Conv2D(kernelWidth: 3, kernelHeight: 5, filters: 8, Padding = Padding.Same)]\n[Use<Even>]") + "\n\n[Block]\n[DepthwiseConv2D(7, Padding = Padding.Same)]\nclass Even;");

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(28, 28, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
