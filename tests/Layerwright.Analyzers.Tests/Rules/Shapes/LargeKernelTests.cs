using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class LargeKernelTests
{
    [Fact]
    public async Task A_large_kernel_behind_other_weights_is_marked_with_what_a_stack_would_save()
    {
        var run = await Verify.OnlyAsync("LW1014", Network("[Conv2D(8, 3)]\n[ReLU]\n[Conv2D(8, {|LW1014:7|})]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal("Conv2 has a 7×7 kernel of 49 weights; 3 layers of 3×3 see as far with 27, and bend more often", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Conv2D(8, 11, Stride = 3)]\n[Conv2D(8, 5)]")]
    [InlineData("[MaxPool2D(2)]\n[Conv2D(8, 7)]")]
    [InlineData("[Conv2D(8, 3)]\n[Conv2D(8, 1, 7)]\n[Conv2D(8, 7, 1)]")]
    [InlineData("[Conv2D(8, 3)]\n[MaxPool2D(7)]")]
    public Task First_layers_small_and_narrow_kernels_and_poolings_are_silent(string layers) => Verify.OnlyAsync("LW1014", Network(layers));

    [Fact]
    public Task Along_a_sequence_a_stack_saves_nothing() => Verify.OnlyAsync("LW1014", """
        [Network]
        [SequenceInput(64, 3)]
        [Conv1D(8, 9)]
        [Conv1D(8, 9)]
        [GlobalAveragePool1D]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Whether_a_block_stands_first_shows_at_the_use() => Verify.OnlyAsync("LW1014", """
        [Network]
        [ImageInput(32, 32, 3)]
        [Use<Wide>]
        [{|LW1014:Use<Wide>|}]
        [Use<Wider>]
        [GlobalAveragePool2D]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Conv2D(8, 7)]
        class Wide;

        [Block]
        [Conv2D(8, 3)]
        [DepthwiseConv2D({|LW1014:9|})]
        class Wider;
        """);

    [Fact]
    public async Task What_counts_as_large_can_be_set()
    {
        await Verify.OnlyWithOptionsAsync("LW1014", "layerwright.LW1014.minimum_kernel = 5", Network("[Conv2D(8, 3)]\n[Conv2D(8, {|LW1014:5|})]"));
        await Verify.OnlyWithOptionsAsync("LW1014", "layerwright.LW1014.minimum_kernel = 9", Network("[Conv2D(8, 3)]\n[Conv2D(8, 7)]"));
    }

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(32, 32, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
