using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Declaration;
using Layerwright.CodeFixes.Fixes.Shapes;
using Layerwright.Testing.Analyzers;

namespace Layerwright.Analyzers.Tests.Fixes;

/// <summary>Fixes of shapes: LW1002, LW1003, LW1010, LW1024.</summary>
public class ShapeFixTests
{
    [Theory]
    [InlineData("Flatten")]
    [InlineData("GlobalAveragePool2D")]
    public Task What_makes_a_vector_is_inserted_before_the_dense_layer_and_its_comments(string layer) => VerifyFix.AloneAsync(
        new MissingFlattenFix(),
        $"Insert [{layer}]",
        "[Network]\n[ImageInput(4, 4, 3)]\n// head\n[Dense(2)] // two\npublic partial class Net;",
        $"[Network]\n[ImageInput(4, 4, 3)]\n[{layer}]\n// head\n[Dense(2)] // two\npublic partial class Net;");

    [Fact]
    public Task Several_networks_are_flattened_together() => VerifyFix.AllInDocumentAsync(
        new MissingFlattenFix(),
        "LW1002.Flatten",
        "[Network, ImageInput(4, 4, 3), Dense(2)] partial class One;\n[Network] [ImageInput(4, 4, 3)] [Maxout(2)] partial class Two;",
        "[Network, ImageInput(4, 4, 3), Flatten, Dense(2)] partial class One;\n[Network] [ImageInput(4, 4, 3)] [Flatten] [Maxout(2)] partial class Two;");

    [Fact]
    public Task No_block_is_flattened_from_a_network() => VerifyFix.OffersNothingAsync(
        new MissingFlattenFix(),
        "[Network]\n[ImageInput(4, 4, 3)]\n[Use<Head>]\npublic partial class Net;\n\n[Block]\n[Dense(2)]\nclass Head;");

    [Fact]
    public Task A_window_takes_the_largest_size_that_fits() => VerifyFix.AloneAsync(
        new KernelTooLargeFix(),
        "Use window 4",
        "[Network]\n[ImageInput(4, 4, 3)]\n[MaxPool2D(5, Stride = 2)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[ImageInput(4, 4, 3)]\n[MaxPool2D(4, Stride = 2)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("Use kernel 4", "Conv2D(2, 4, Stride = 2, Name = \"Map\")")]
    [InlineData("Use Padding.Same", "Conv2D(2, 7, Stride = 2, Name = \"Map\", Padding = Padding.Same)")]
    public Task A_convolution_takes_a_kernel_that_fits_or_keeps_the_size(string title, string conv) => VerifyFix.AloneAsync(
        new KernelTooLargeFix(),
        title,
        "[Network]\n[ImageInput(4, 4, 3)]\n[Conv2D(2, 7, Stride = 2, Name = \"Map\")]\n[Flatten]\n[Dense(2)]\npublic partial class Net;",
        $"[Network]\n[ImageInput(4, 4, 3)]\n[{conv}]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");

    [Theory]
    [InlineData("[Reshape(8)]", "Use kernel 2")]
    [InlineData("[Reshape(50)]", "Use kernel 1", "Use Padding.Same")]
    [InlineData("[ReLU]\n[Conv2D(2, 3)]\n[ReLU]\n[Flatten]", "Use kernel 1", "Use Padding.Same")]
    [InlineData("[Reshape(6)]")]
    public async Task Only_what_leaves_shapes_as_legal_as_they_were_is_offered(string behind, params string[] titles)
    {
        var solution = TestWorkspace.Create($"[Network]\n[ImageInput(5, 5, 3)]\n[Conv2D(2, 4, Dilation = 3)]\n{behind}\n[Dense(2)]\npublic partial class Net;");
        var diagnostic = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(found => found.Id == "LW1003");
        var offers = await FixRun.OffersAsync(new KernelTooLargeFix(), solution.File(), diagnostic);
        Assert.Equal(titles, offers.Select(offer => offer.Title));
    }

    [Theory]
    [InlineData("Conv2D(2, 3, 7)", "Use kernel 3", "Use Padding.Same")]
    [InlineData("Conv2D(2, kernelHeight: 9, kernelWidth: 3)", "Use kernel 5", "Use Padding.Same")]
    [InlineData("MaxPool2D(3, 7)", "Use window 3")]
    public async Task Titles_say_kernel_or_window_whichever_side_it_is(string layer, params string[] titles)
    {
        var solution = TestWorkspace.Create($"[Network]\n[ImageInput(5, 3, 3)]\n[{layer}]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");
        var diagnostic = (await FixRun.DiagnosticsAsync(solution.Projects.Single())).Single(found => found.Id == "LW1003");
        var offers = await FixRun.OffersAsync(new KernelTooLargeFix(), solution.File(), diagnostic);
        Assert.Equal(titles, offers.Select(offer => offer.Title));
    }

    [Fact]
    public Task Same_padding_takes_the_place_of_numbers() => VerifyFix.AllInDocumentAsync(
        new KernelTooLargeFix(),
        "LW1003.Same",
        "[Network, ImageInput(4, 4, 3), Conv2D(2, 9, 9, Pad = 1), Flatten, Dense(2)] partial class One;\n"
            + "[Network, ImageInput(4, 4, 3), Conv2D(2, 15, PadHeight = 2, Padding = Padding.Valid, PadWidth = 1), Flatten, Dense(2)] partial class Two;",
        "[Network, ImageInput(4, 4, 3), Conv2D(2, 9, 9, Padding = Padding.Same), Flatten, Dense(2)] partial class One;\n"
            + "[Network, ImageInput(4, 4, 3), Conv2D(2, 15, Padding = Padding.Same), Flatten, Dense(2)] partial class Two;");

    [Fact]
    public Task An_image_beyond_memory_takes_a_size_that_is_within() => VerifyFix.AloneAsync(
        new BadArgumentFix(),
        "Use 512",
        "[Network]\n[ImageInput(100000, 100000, 3)]\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[ImageInput(512, 100000, 3)]\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Each_axis_by_itself_and_both_together() => VerifyFix.AllInDocumentAsync(
        new KernelTooLargeFix(),
        "LW1003",
        "[Network, ImageInput(4, 3, 3), MaxPool2D(windowWidth: 6, windowHeight: 5), Flatten, Dense(2)] partial class Net;",
        "[Network, ImageInput(4, 3, 3), MaxPool2D(windowWidth: 3, windowHeight: 4), Flatten, Dense(2)] partial class Net;");

    [Fact]
    public Task Groups_take_the_nearest_divisor() => VerifyFix.AloneAsync(
        new GroupsDoNotDivideFix(),
        "Use 3",
        "[Network]\n[ImageInput(4, 4, 6)]\n[GroupNorm(4, Name = \"Norm\")] // four\n[Flatten]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[ImageInput(4, 4, 6)]\n[GroupNorm(3, Name = \"Norm\")] // four\n[Flatten]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Groups_of_a_convolution_divide_its_channels_and_its_filters() => VerifyFix.AloneAsync(
        new GroupsDoNotDivideFix(),
        "Use 2",
        "[Network]\n[ImageInput(4, 4, 6)]\n[Conv2D(4, 3, Groups = 3)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[ImageInput(4, 4, 6)]\n[Conv2D(4, 3, Groups = 2)]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Padding_takes_half_of_the_window() => VerifyFix.AllInDocumentAsync(
        new PoolPaddingTooLargeFix(),
        "LW1024",
        "[Network, ImageInput(8, 8, 3), MaxPool2D(3, Pad = 2), AveragePool2D(2, 3, PadHeight = 4, PadWidth = 1), Flatten, Dense(2)] partial class Net;",
        "[Network, ImageInput(8, 8, 3), MaxPool2D(3, Pad = 1), AveragePool2D(2, 3, PadHeight = 1, PadWidth = 1), Flatten, Dense(2)] partial class Net;");
}
