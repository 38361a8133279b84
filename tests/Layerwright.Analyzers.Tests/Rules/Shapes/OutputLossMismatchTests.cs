using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class OutputLossMismatchTests
{
    [Fact]
    public async Task An_image_of_one_channel_has_one_class_at_every_pixel()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [ImageInput(4, 4, 3)]
            [Conv2D(1, 1)]
            [{|LW1021:SoftmaxCrossEntropy|}]
            public partial class Net;
            """);
        Assert.Contains("4×4×1", diagnostic.GetMessage());
    }

    [Fact]
    public Task An_image_of_several_is_silent() => Verify.CompilingAsync("""
        [Network]
        [ImageInput(4, 4, 3)]
        [Conv2D(2, 1)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Theory]
    [InlineData("SoftmaxCrossEntropy", "SoftmaxCrossEntropy")]
    [InlineData("SoftmaxCrossEntropy", "SoftmaxCrossEntropy(IgnoreLabel = -1)")]
    [InlineData("MulticlassHinge", "MulticlassHinge(Squared = true)")]
    public async Task Classes_of_one_output_are_marked_at_the_loss(string kind, string loss)
    {
        var diagnostic = await Verify.SingleAsync($$"""
            [Network]
            [Input(4)]
            [Dense(1)]
            [{|LW1021:{{loss}}|}]
            public partial class Net;
            """);
        Assert.Equal(
            $"[{kind}] chooses between classes, but the network has 1 output; use [BinaryCrossEntropy], or one output per class",
            diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[Dense(2)][SoftmaxCrossEntropy]")]
    [InlineData("[Dense(1)][BinaryCrossEntropy]")]
    [InlineData("[Dense(2)][MulticlassHinge]")]
    [InlineData("[Dense(1)][MeanSquaredError]")]
    [InlineData("[Dense(1)][MeanAbsoluteError]")]
    [InlineData("[Dense(1)][Huber]")]
    public Task Losses_that_take_the_output_are_silent(string end) =>
        Verify.CompilingAsync($"[Network]\n[Input(4)]\n{end}\npublic partial class Net;");
}
