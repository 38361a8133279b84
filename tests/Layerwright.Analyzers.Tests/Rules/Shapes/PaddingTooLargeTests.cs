using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class PaddingTooLargeTests
{
    [Fact]
    public async Task Padding_as_large_as_the_kernel_is_marked_with_what_keeps_the_size()
    {
        var run = await Verify.OnlyAsync("LW1008", Network("[Conv2D(8, 3, {|LW1008:Pad = 3|})]"));
        Assert.Equal(
            "Pad of Conv1 is 3, but its kernel reaches over 3: at the border it sees padding alone; use Pad = 1",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Conv2D(8, 3, 5, {|LW1008:PadHeight = 3|}, PadWidth = 4)]")]
    [InlineData("[Conv2D(8, 3, 5, {|LW1008:Pad = 4|})]")]
    [InlineData("[DepthwiseConv2D(1, {|LW1008:Pad = 1|})]")]
    [InlineData("[Conv2D(8, 3, {|LW1008:Pad = 5|}, Dilation = 2)]")]
    public Task Each_axis_is_held_against_its_own_kernel_with_its_dilation(string layers) => Verify.OnlyAsync("LW1008", Network(layers));

    [Theory]
    [InlineData("[Conv2D(8, 3, Pad = 2)]")]
    [InlineData("[Conv2D(8, 3, Pad = 4, Dilation = 2)]")]
    [InlineData("[Conv2D(8, 5, Padding = Padding.Same)]")]
    [InlineData("[MaxPool2D(2, Pad = 1)]")]
    [InlineData("[ZeroPadding2D(4, 4, 4, 4)]")]
    public Task Less_than_the_kernel_is_silent(string layers) => Verify.OnlyAsync("LW1008", Network(layers));

    [Fact]
    public Task A_block_is_marked_where_it_is_written() => Verify.OnlyAsync("LW1008", """
        [Network]
        [SequenceInput(9, 3)]
        [Use<Wide>]
        [Conv1D(8, 5, Causal = true)]
        [GlobalAveragePool1D]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Conv1D(8, 3, {|LW1008:Pad = 4|})]
        class Wide;
        """);

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(9, 9, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
