using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class ShrinkingFiltersTests
{
    private const string Blocks = "\n\n[Block]\n[Conv2D(4, 3, Padding = Padding.Same)]\nclass Thin;\n\n[Block]\n[MaxPool2D(2)]\n[Conv2D(32, 3, Padding = Padding.Same)]\n[Upsample2D(2)]\nclass Inner;";

    [Fact]
    public async Task Fewer_filters_behind_a_pooling_are_marked()
    {
        var run = await Verify.OnlyAsync("LW1019", Network("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Conv2D({|LW1019:8|}, 3)]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "Conv2 has 8 filters for 16 channels, though the image shrinks right before it; where positions get fewer filters usually get more, so use at least 16",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Conv2D(16, 3, Stride = 2, Pad = 1)]\n[ReLU]\n[Conv2D({|LW1019:8|}, 3)]")]
    [InlineData("[Conv2D(16, 3)]\n[AveragePool2D(2)]\n[BatchNorm]\n[ReLU]\n[Conv2D({|LW1019:8|}, 1, 3)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[{|LW1019:Use<Thin>|}]")]
    public Task So_they_are_behind_the_stride_of_the_weights_before_and_through_what_has_none(string layers) => Verify.OnlyAsync("LW1019", Network(layers));

    [Theory]
    [InlineData("[Conv2D(16, 3)]\n[Conv2D(8, 3)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Conv2D(8, 1)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Conv2D(16, 3)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Conv2D(24, 2)]\n[Conv2D(16, 2)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Upsample2D(2)]\n[Conv2D(8, 3)]\n[Conv2D(4, 3)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[ConvTranspose2D(12, 2, Stride = 2)]\n[Conv2D(8, 3)]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Concat<Identity, Thin>]")]
    [InlineData("[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Conv2D(16, 2)]\n[Concat<Identity, Inner>]\n[Conv2D(8, 3)]")]
    public Task Other_places_pointwise_kernels_growth_and_decoders_are_silent(string layers) => Verify.OnlyAsync("LW1019", Network(layers));

    [Fact]
    public Task The_last_weights_have_as_many_filters_as_the_output_needs() => Verify.OnlyAsync(
        "LW1019", "[Network]\n[ImageInput(16, 16, 3)]\n[Conv2D(16, 3)]\n[MaxPool2D(2)]\n[Conv2D(10, 3)]\n[GlobalAveragePool2D]\npublic partial class Net;");

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(16, 16, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;{Blocks}";
}
