using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class ResidualGrowthTests
{
    private const string Id = "LW3011";

    [Fact]
    public async Task It_is_a_hint_with_the_growth_over_the_blocks_and_the_scale_that_would_be_right()
    {
        // Each block is linear and adds as much as it gets: √2⁸ = 16. Smaller by 1/√8 = 0.35.
        var run = await Verify.OnlyAsync(Id, Net("[{|LW3011:Repeat<Unit>(8)|}]", "Dense(8, Init = Init.LeCun)"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Basic.Dense1 ends a residual branch at full size: over 8 blocks without normalisation the signal becomes 16 times as large; set InitScale = 0.35",
            diagnostic.GetMessage());
        var place = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("Dense(8, Init = Init.LeCun)", place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length));
    }

    [Theory]
    [InlineData("Dense(8)][ReLU][Dense(8)")]
    [InlineData("Dense(8)][GELU][Dense(8)][Dropout(0.1)")]
    [InlineData("ReLU][Dense(8)")]
    public Task Blocks_of_the_usual_kinds_grow(string branch) => Verify.OnlyAsync(Id, Net("[{|LW3011:Repeat<Unit>(8)|}]", branch));

    [Theory]
    [InlineData("[Repeat<Unit>(7)]", "Dense(8)")]
    [InlineData("[Repeat<Unit>(8)]", "Dense(8)][BatchNorm")]
    [InlineData("[Repeat<Unit>(8)]", "LayerNorm][Dense(8)")]
    [InlineData("[Repeat<Unit>(8)]", "Dense(8, Init = Init.Zeros)")]
    [InlineData("[Repeat<Unit>(8)]", "Dense(8)][ReLU][Dense(8, InitScale = 0.25)")]
    [InlineData("[Repeat<Unit>(4)][LayerNorm][Repeat<Unit>(4)]", "Dense(8)")]
    public Task Few_blocks_normalised_ones_and_small_last_weights_are_silent(string layers, string branch) => Verify.OnlyAsync(Id, Net(layers, branch));

    [Fact]
    public Task The_options_move_both_bounds() => Task.WhenAll(
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3011.minimum_blocks = 4", Net("[{|LW3011:Repeat<Unit>(4)|}]", "Dense(8)")),
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3011.most_growth = 1000", Net("[Repeat<Unit>(8)]", "Dense(8, Init = Init.LeCun)")));

    private static string Net(string layers, string branch) => $$"""
        [Network]
        [Input(8)]
        {{layers}}
        [Dense(2)]
        public partial class Net;

        [Block]
        [Residual<Basic>]
        class Unit;

        [Block]
        [{{branch}}]
        class Basic;
        """;
}
