using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class TooSmallInitTests
{
    private const string Id = "LW3006";
    private const string Small = "Init = Init.Normal, InitScale = 0.01";

    [Fact]
    public async Task It_is_said_once_at_the_first_layer_with_the_deviation_that_is_left_at_the_last()
    {
        string more = string.Concat(Enumerable.Repeat($"[Dense(500, {Small})]\n[Tanh]\n", 9));
        var run = await Verify.OnlyAsync(
            Id,
            $"[Network]\n[Input(500)]\n[Dense(500, {{|LW3006:Init = Init.Normal|}}, InitScale = 0.01)]\n[Tanh]\n{more}[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(9, diagnostic.AdditionalLocations.Count);

        // 500·0.01² = 0.05; 0.213 behind the first, measured 3.0e-7 behind the tenth.
        Assert.Equal(
            "Dense1 starts with deviation 0.01 (and so do 9 more layers): fan_in·σ² is 0.05, the signal shrinks on its way, and Dense11 gets one with an expected deviation of 3e-7; use Init.Auto",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_uniform_ones_deviation_is_its_half_width_over_the_root_of_3()
    {
        var run = await Verify.OnlyAsync(Id, Net("Dense(100, {|LW3006:Init = Init.Uniform|}, InitScale = 0.03)"));
        Assert.StartsWith("Dense1 starts with deviation 0.0173: fan_in·σ² is 0.03", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("Dense(100, Init = Init.Normal, InitScale = 0.032)")] // 100·0.032² > 0.1
    [InlineData("Dense(100, Init = Init.He, InitScale = 0.1)")]
    [InlineData("Dense(100, Init = Init.Normal, InitScale = 0.01)][BatchNorm")]
    [InlineData("Dense(100, Init = Init.Normal, InitScale = 0.01)][Tanh][LayerNorm")]
    [InlineData("Residual<Fixup>")]
    public Task Large_enough_normalised_and_branch_ends_are_silent(string first) => Verify.OnlyAsync(Id, Net(first));

    [Fact]
    public Task The_last_weights_may_start_small() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(100)]
        [Dense(100)]
        [ReLU]
        [Dense(100)]
        [ReLU]
        [Dense(100)]
        [ReLU]
        [Dense(10, Init = Init.Normal, InitScale = 0.001)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task Shallow_networks_are_silent_until_the_option_says_otherwise()
    {
        string Source(string id) => $"[Network]\n[Input(100)]\n[Dense(100, {(id.Length > 0 ? "{|" + id + ":Init = Init.Normal|}" : "Init = Init.Normal")}, InitScale = 0.01)]\n[ReLU]\n[Dense(100)]\n[ReLU]\n[Dense(10)]\npublic partial class Net;";
        return Task.WhenAll(
            Verify.OnlyAsync(Id, Source("")),
            Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3006.minimum_depth = 2", Source(Id)),
            Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3006.minimum_depth = 2\nlayerwright.LW3006.least_gain = 0.001", Source("")));
    }

    [Fact]
    public async Task Small_weights_in_a_block_are_said_where_it_is_used()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(100)]
            [{|LW3006:Repeat<Inner>(4)|}]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(100, Init = Init.Normal, InitScale = 0.01)]
            [ReLU]
            class Inner;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.StartsWith("Inner.Dense1 starts with deviation 0.01: fan_in·σ² is 0.01", diagnostic.GetMessage());
        Assert.Equal("Init = Init.Normal", Text(Assert.Single(diagnostic.AdditionalLocations)));
    }

    private static string Text(Location place) => place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length);

    private static string Net(string first) => $$"""
        [Network]
        [Input(100)]
        [{{first}}]
        [Tanh]
        [Dense(100)]
        [Tanh]
        [Dense(100)]
        [Tanh]
        [Dense(10)]
        public partial class Net;

        [Block]
        [Dense(100)]
        [Tanh]
        [Dense(100, Init = Init.Normal, InitScale = 0.001)]
        class Fixup;
        """;
}
