using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class BottleneckTests
{
    [Fact]
    public async Task A_hidden_layer_narrower_than_the_output_is_marked()
    {
        var run = await Verify.OnlyAsync("LW1017", "[Network]\n[Input(64)]\n[Dense({|LW1017:4|})]\n[ReLU]\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "Dense1 has 4 elements but the output has 10: all of it has to pass through it; use at least 10 units, unless that is meant", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Dense(10)]\n[ReLU]\n[Dense(10)]")]
    [InlineData("[Dense(4)]\n[ReLU]")]
    [InlineData("[Dense(32)]\n[ReLU]\n[Dense({|LW1017:9|})]\n[Tanh]\n[Dense(10)]\n[Dense(10)]")]
    [InlineData("[Maxout({|LW1017:3|})]\n[Dense(10)]")]
    [InlineData("[Dense(8)]\n[ReLU]\n[Dense(64)]\n[MeanSquaredError]")]
    [InlineData("[Dense(16)]\n[Residual<Narrow>]\n[Dense(10)]")]
    public Task Only_hidden_layers_that_all_data_passes_through_are_marked(string layers) => Verify.OnlyAsync(
        "LW1017", $"[Network]\n[Input(64)]\n{layers}\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\n[Dense(16)]\nclass Narrow;");

    [Fact]
    public Task Filters_count_at_every_position() => Verify.OnlyAsync("LW1017", """
        [Network]
        [ImageInput(8, 8, 3)]
        [Conv2D(2, 3)]
        [Conv2D({|LW1017:2|}, 6)]
        [Flatten]
        [Dense(10)]
        public partial class Net;
        """);

    [Theory]
    [InlineData("Conv2D({|LW1017:8|}, 3)", "Conv1 has 288 elements (6×6×8) but the output has 1,728: all of it has to pass through it; use at least 48 filters, unless that is meant")]
    [InlineData("Conv2D({|LW1017:8|}, 4)", "use at least 70 filters,")] // 1,728 / 25
    [InlineData("Conv2D({|LW1017:9|}, 3, Groups = 9)", "use at least 54 filters,")] // that 9 groups divide
    [InlineData("{|LW1017:DepthwiseConv2D(3)|}", "use at least 54 channels,")]
    public async Task What_would_be_enough_is_counted_in_what_must_change(string layer, string said)
    {
        var run = await Verify.OnlyAsync("LW1017", $"[Network]\n[ImageInput(8, 8, 9)]\n[{layer}]\n[ReLU]\n[Flatten]\n[Dense(1728)]\npublic partial class Net;");
        Assert.Contains(said, Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Dense(784)]\n[Sigmoid]\n[MeanSquaredError]")]
    [InlineData("[Dense(784)]\n[Sigmoid]\n[Reshape(28, 28, 1)]\n[MeanSquaredError]")]
    public Task An_autoencoder_may_flatten_its_images(string decoder) => Verify.OnlyAsync(
        "LW1017", $"[Network]\n[ImageInput(28, 28, 1)]\n[Flatten]\n[Dense(64)]\n[ReLU]\n[Dense(16)]\n[ReLU]\n[Dense(64)]\n[ReLU]\n{decoder}\npublic partial class Net;");

    [Fact]
    public Task A_blocks_layer_is_marked_at_the_use() => Verify.OnlyAsync("LW1017", """
        [Network]
        [Input(64)]
        [{|LW1017:Use<Narrow>|}]
        [Dense(10)]
        public partial class Net;

        [Block]
        [Dense(4)]
        [ReLU]
        class Narrow;
        """);
}
