using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class TransposedCheckerboardTests
{
    [Fact]
    public async Task A_kernel_that_its_stride_does_not_divide_is_marked()
    {
        var run = await Verify.OnlyAsync("LW1013", Network("[ConvTranspose2D(4, {|LW1013:3|}, Stride = 2, Pad = 1, OutputPadding = 1)]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "ConvTranspose1 puts a kernel of 3 down in steps of 2, so some outputs are sums of more than others, in a checkerboard; use a multiple of the stride: kernel = 4, Pad = 1",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[ConvTranspose2D(4, 4, {|LW1013:3|}, Stride = 2)]")]
    [InlineData("[ConvTranspose2D(4, {|LW1013:4|}, StrideHeight = 2, StrideWidth = 3)]")]
    [InlineData("[ConvTranspose2D(4, {|LW1013:2|}, Stride = 3)]")]
    public Task Along_one_axis_is_enough(string layers) => Verify.OnlyAsync("LW1013", Network(layers));

    [Theory]
    [InlineData("[ConvTranspose2D(4, 4, Stride = 2, Pad = 1)]")]
    [InlineData("[ConvTranspose2D(4, 2, Stride = 2)]")]
    [InlineData("[ConvTranspose2D(4, 3)]")]
    [InlineData("[ConvTranspose2D(4, 2, 3, StrideHeight = 2)]")]
    [InlineData("[Conv2D(4, 3, Stride = 2, Pad = 1)]")]
    public Task Multiples_of_the_stride_and_other_layers_are_silent(string layers) => Verify.OnlyAsync("LW1013", Network(layers));

    [Fact]
    public Task A_block_is_marked_where_it_is_written() => Verify.OnlyAsync("LW1013", """
        [Network]
        [ImageInput(4, 4, 3)]
        [Use<Up>]
        [MeanSquaredError]
        public partial class Net;

        [Block]
        [ConvTranspose2D(3, {|LW1013:3|}, Stride = 2)]
        class Up;
        """);

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(5, 5, 3)]\n{layers}\n[MeanSquaredError]\npublic partial class Net;";
}
