using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class StrideSkipsTests
{
    [Fact]
    public async Task A_stride_beyond_the_kernel_is_marked()
    {
        var run = await Verify.OnlyAsync("LW1005", Network("[Conv2D(8, 2, {|LW1005:Stride = 3|})]"));
        Assert.Equal(
            "Conv1 moves its window of 2 on by 3, so what lies between two places is never read; use a stride of at most 2",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Conv2D(8, 2, 4, {|LW1005:Stride = 3|})]")]
    [InlineData("[Conv2D(8, 2, {|LW1005:StrideHeight = 3|}, {|LW1005:StrideWidth = 4|})]")]
    [InlineData("[DepthwiseConv2D(3, {|LW1005:Stride = 4|})]")]
    [InlineData("[MaxPool2D(2, {|LW1005:Stride = 3|})]")]
    [InlineData("[Conv2D(8, 1, 2, {|LW1005:Stride = 3|})]")]
    public Task Each_stride_is_held_against_the_kernel_of_its_axis(string layers) => Verify.OnlyAsync("LW1005", Network(layers));

    [Theory]
    [InlineData("[Conv2D(8, 3, Stride = 3)]")]
    [InlineData("[Conv2D(8, 1, Stride = 2)]")]
    [InlineData("[MaxPool2D(1, Stride = 2)]")]
    [InlineData("[MaxPool2D(2)]")]
    [InlineData("[Conv2D(8, 2, 4, StrideWidth = 4)]")]
    public Task Strides_up_to_the_kernel_and_kernels_of_1_are_silent(string layers) => Verify.OnlyAsync("LW1005", Network(layers));

    [Fact]
    public Task A_block_is_marked_where_it_is_written_and_not_where_it_is_used() => Verify.OnlyAsync("LW1005", """
        [Network]
        [SequenceInput(30, 3)]
        [Use<Thin>]
        [GlobalAveragePool1D]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Conv1D(8, 2, {|LW1005:Stride = 3|})]
        class Thin;
        """);

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(32, 32, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
