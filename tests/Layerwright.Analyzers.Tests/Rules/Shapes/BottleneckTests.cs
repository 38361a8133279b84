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
            "Dense1 has 4 elements but the output has 10: all of it has to pass through it; use at least 10, unless that is meant", diagnostic.GetMessage());
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
