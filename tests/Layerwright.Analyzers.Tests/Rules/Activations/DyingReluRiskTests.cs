using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class DyingReluRiskTests
{
    private const string Id = "LW2012";

    [Fact]
    public async Task Ten_narrow_layers_are_said_once_at_the_first_with_the_chance_that_one_is_dead()
    {
        var run = await Verify.OnlyAsync(Id, Network($"[Dense(4)]\n[{{|LW2012:ReLU|}}]\n{Layers(8, "Dense(4)", "ReLU")}[Dense(2)]"));
        var found = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
        Assert.Equal(8, found.AdditionalLocations.Count);

        // 1 − (15/16)⁹.
        Assert.Equal(
            "ReLU1 (like 8 more) stands behind 4 units in a network 10 weight layers deep, without normalisation: the chance that a whole layer starts dead is up to 44 %; use [LeakyReLU]",
            found.GetMessage());
    }

    [Fact]
    public async Task Negative_biases_are_a_risk_at_any_width()
    {
        var run = await Verify.OnlyAsync(Id, Network($"{Layers(9, "Dense(64)", "ReLU")}[Dense(64, BiasInit = -0.5)]\n[{{|LW2012:ReLU(Name = \"Last\")|}}]\n[Dense(2)]"));
        Assert.Equal(
            "Last stands behind biases that start at -0.5 in a network 11 weight layers deep, without normalisation: units that start below 0 for every example never learn; use [LeakyReLU]",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task Of_images_the_channels_count()
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[ImageInput(8, 8, 3)]\n{Layers(8, "Conv2D(32, 3, Padding = Padding.Same)", "ReLU")}[Conv2D(1, 1)]\n[{{|LW2012:ReLU|}}]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");
        Assert.Contains("ReLU9 stands behind 1 unit in a network 10 weight layers deep", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData(8, "Dense(4)", "ReLU")] // nine layers
    [InlineData(9, "Dense(9)", "ReLU")]
    [InlineData(9, "Dense(4)", "LeakyReLU")]
    [InlineData(9, "Dense(4)", "ReLU6")]
    [InlineData(9, "Dense(4)", "BatchNorm][ReLU")]
    [InlineData(9, "LayerNorm][Dense(4)", "ReLU")]
    [InlineData(9, "Dense(64, BiasInit = 0.01)", "ReLU")]
    [InlineData(9, "Dense(64)", "BatchNorm][ReLU][Gate<Excite>")]
    public Task Shallow_wide_leaky_and_normalised_networks_are_silent(int count, string weights, string activation) =>
        Verify.OnlyAsync(Id, Network($"{Layers(count, weights, activation)}[Dense(2)]"));

    [Fact]
    public Task A_block_that_is_deep_enough_is_judged_alone_and_others_at_the_use() => Verify.OnlyAsync(Id, $"""
        [Network]
        [Input(4)]
        [Use<Deep>]
        public partial class Net;

        [Network]
        [Input(4)]
        [{"{|"}LW2012:Repeat<Shallow>(10)|{"}"}]
        public partial class Other;

        [Block]
        [Dense(4)]
        [{"{|"}LW2012:ReLU|{"}"}]
        {Layers(9, "Dense(4)", "ReLU")}
        class Deep;

        [Block]
        [Dense(4)]
        [ReLU]
        class Shallow;
        """);

    [Fact]
    public Task Depth_and_width_are_options() => Verify.OnlyWithOptionsAsync(
        Id,
        "layerwright.LW2012.minimum_depth = 3\nlayerwright.LW2012.maximum_width = 20",
        Network("[Dense(21)]\n[ReLU]\n[Dense(20)]\n[{|LW2012:ReLU|}]\n[Dense(2)]"));

    private static string Layers(int count, string weights, string activation) =>
        string.Concat(Enumerable.Repeat($"[{weights}]\n[{activation}]\n", count));

    private static string Network(string layers) =>
        $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\n[Dense(64)]\n[Sigmoid]\nclass Excite;";
}
