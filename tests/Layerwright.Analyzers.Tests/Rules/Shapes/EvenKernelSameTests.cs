using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class EvenKernelSameTests
{
    [Fact]
    public async Task An_even_kernel_that_keeps_the_size_is_marked()
    {
        var run = await Verify.OnlyAsync("LW1009", Network("[Conv2D(8, {|LW1009:4|}, Padding = Padding.Same)]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "Conv1 keeps its size with a kernel of 4, so the end is padded by one more than the start and its output shifts by half a position; use kernel 5",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Conv2D(8, {|LW1009:kernelHeight: 2|}, kernelWidth: 3, Padding = Padding.Same)]")]
    [InlineData("[DepthwiseConv2D({|LW1009:2|}, {|LW1009:4|}, Padding = Padding.Same)]")]
    [InlineData("[Conv2D(8, {|LW1009:2|}, Padding = Padding.Same, Dilation = 3)]")]
    public Task Each_even_side_is_marked(string layers) => Verify.OnlyAsync("LW1009", Network(layers));

    [Theory]
    [InlineData("[Conv2D(8, 3, Padding = Padding.Same)]")]
    [InlineData("[Conv2D(8, 4, Stride = 2, Pad = 1)]")]
    [InlineData("[Conv2D(8, 4)]")]
    [InlineData("[Conv2D(8, 2, Padding = Padding.Same, Dilation = 2)]")]
    public Task Odd_kernels_and_symmetric_padding_are_silent(string layers) => Verify.OnlyAsync("LW1009", Network(layers));

    [Fact]
    public Task A_block_is_marked_where_it_is_written_and_what_looks_back_is_silent() => Verify.OnlyAsync("LW1009", """
        [Network]
        [SequenceInput(9, 3)]
        [Use<Even>]
        [Conv1D(8, 2, Causal = true)]
        [GlobalAveragePool1D]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Conv1D(8, {|LW1009:2|}, Padding = Padding.Same)]
        class Even;
        """);

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(9, 9, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
