using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class TooLargeInitTests
{
    private const string Id = "LW3007";

    [Fact]
    public async Task Before_tanh_it_says_how_many_outputs_are_flat()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(500)]
            [Dense(500, {|LW3007:Init = Init.Normal|})]
            [Tanh]
            [Dense(10)]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);

        // Measured: 92 % beyond ±0.97.
        Assert.Equal(
            "Dense1 starts with deviation 1: fan_in·σ² is 500, so the inputs of Tanh1 have an expected deviation of 22 and 92 % of its outputs lie within 3 % of its bounds; use Init.Auto",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task Before_relu_it_says_how_much_the_signal_grows_over_the_depth()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(784)]
            [Dense(512, {|LW3007:Init = Init.Normal|})]
            [ReLU]
            [Dense(256, Init = Init.Normal)]
            [ReLU]
            [Dense(10)]
            public partial class Net;
            """);

        // √(784/2) · √(512/2) = 317.
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal("Dense1 starts with deviation 1 (and so does 1 more layer): fan_in·σ² is 784, so the signal grows 317 times over the depth; use Init.Auto", diagnostic.GetMessage());
        Assert.Single(diagnostic.AdditionalLocations);
    }

    [Theory]
    [InlineData("[Dense(100, {|LW3007:Init = Init.He|}, InitScale = 3)][Sigmoid][Dense(2)]")]
    [InlineData("[Dense(100, {|LW3007:InitScale = 4|})][Tanh][Dense(2)]")]
    [InlineData("[Dense(100, {|LW3007:Init = Init.Uniform|})][Dropout(0.1)][Tanh][Dense(2)]")]
    [InlineData("[Dense(1, {|LW3007:Init = Init.Normal|})][Sigmoid]")]
    public Task Any_scale_before_tanh_and_sigmoid_counts(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Theory]
    [InlineData("[Dense(100, Init = Init.Normal, InitScale = 0.3)][Tanh][Dense(2)]")] // 100·0.09 = 9
    [InlineData("[Dense(100, Init = Init.He)][Tanh][Dense(2)]")]
    [InlineData("[Dense(100, Init = Init.Normal)][BatchNorm][Tanh][Dense(2)]")]
    [InlineData("[Dense(100, Init = Init.Normal)][ReLU][LayerNorm][Dense(100, Init = Init.Normal)][ReLU][LayerNorm][Dense(100, Init = Init.Normal)][ReLU][LayerNorm][Dense(2)]")]
    [InlineData("[Dense(100, Init = Init.Normal)][ReLU][Dense(2)]")] // 7 times
    [InlineData("[Dense(100, Init = Init.He)][ReLU][Dense(100, Init = Init.He)][ReLU][Dense(2)]")]
    [InlineData("[Dense(100, Init = Init.Normal)][GELU][Dense(2)]")]
    [InlineData("[Dense(2, Init = Init.Normal)]")]
    public Task Fitting_and_normalised_ones_are_silent(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Fact]
    public Task The_options_move_both_bounds() => Task.WhenAll(
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3007.most_gain = 101", Net("[Dense(100, Init = Init.Normal)][Tanh][Dense(2)]")),
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3007.most_growth = 7", Net("[Dense(100, {|LW3007:Init = Init.Normal|})][ReLU][Dense(2)]")));

    [Fact]
    public async Task A_block_says_what_shows_without_its_surroundings_and_its_use_the_rest()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(100)]
            [{|LW3007:Use<Inner>|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(100, Init = Init.Normal)]
            [Tanh]
            [Dense(50, {|LW3007:Init = Init.Normal|})]
            [Tanh]
            class Inner;
            """);
        Assert.StartsWith("Inner.Dense1 starts with deviation 1: fan_in·σ² is 100", run.Analyzers[0].GetMessage());
        Assert.StartsWith("Dense2 starts with deviation 1: fan_in·σ² is 100", run.Analyzers[1].GetMessage());
    }

    private static string Net(string layers) => $"[Network]\n[Input(100)]\n{layers}\npublic partial class Net;";
}
