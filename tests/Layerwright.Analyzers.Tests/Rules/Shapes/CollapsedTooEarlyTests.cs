using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class CollapsedTooEarlyTests
{
    [Fact]
    public async Task A_kernel_over_one_pixel_is_marked_once_with_the_others_as_further_places()
    {
        var run = await Verify.OnlyAsync("LW1007", Network(
            "[MaxPool2D(4)]\n[Conv2D(8, 1)]\n[{|LW1007:Conv2D(8, 3, Padding = Padding.Same)|}]\n[ReLU]\n[DepthwiseConv2D(3, Pad = 1)]\n[MaxPool2D(2, Pad = 1)]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "Conv2 gets 1×1 input: one tap of its 3×3 kernel sees it, the others see padding alone, and so with 2 more layers; pool or stride less before it, or use kernel 1",
            diagnostic.GetMessage());
        Assert.Equal(2, diagnostic.AdditionalLocations.Count);
    }

    [Theory]
    [InlineData("[Conv2D(8, 3)]\n[Conv2D(8, 2)]")]
    [InlineData("[MaxPool2D(4)]\n[Conv2D(8, 1)]\n[ReLU]")]
    [InlineData("[MaxPool2D(4, 1)]\n[Conv2D(8, 3, Padding = Padding.Same)]")]
    [InlineData("[MaxPool2D(4)]\n[ConvTranspose2D(8, 4)]\n[Conv2D(8, 3, Padding = Padding.Same)]")]
    [InlineData("[MaxPool2D(4)]\n[Upsample2D(2)]\n[Conv2D(8, 3, Padding = Padding.Same)]")]
    public Task Kernels_of_1_and_what_is_larger_again_are_silent(string layers) => Verify.OnlyAsync("LW1007", Network(layers));

    [Fact]
    public async Task A_single_step_is_no_sequence_and_a_blocks_layer_is_reported_at_the_use()
    {
        var run = await Verify.OnlyAsync("LW1007", """
            [Network]
            [SequenceInput(4, 3)]
            [Use<Same>]
            [MaxPool1D(4)]
            [{|LW1007:Use<Same>|}]
            [Flatten]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Conv1D(8, 3, Padding = Padding.Same)]
            class Same;
            """);
        Assert.StartsWith("Same.Conv1D1 gets 1 input", Assert.Single(run.Analyzers).GetMessage());
    }

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(4, 4, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
