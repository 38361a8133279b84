using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class ResidualGammaTests
{
    private const string Id = "LW3009";

    [Fact]
    public async Task It_is_a_hint_at_the_first_block_of_a_deep_stack_with_the_normalisation_as_additional_location()
    {
        var run = await Verify.OnlyAsync(Id, Net("[Residual<Basic>]\n[ReLU]\n[{|LW3009:Residual<Other>|}]\n" + Times(6, "[ReLU]\n[Residual<Basic>]\n"), last: "BatchNorm(ZeroGamma = true)")
            .Replace("[Dense(8)][BatchNorm]\nclass Other", "[Dense(8)]\n[BatchNorm]\n[Dropout(0.1)]\nclass Other", StringComparison.Ordinal));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal(
            "Other.BatchNorm1 ends a residual branch with γ = 1 in a stack of 8 blocks; set ZeroGamma = true, and the network starts as a shallow one",
            diagnostic.GetMessage());
        var place = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("BatchNorm", place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length));
    }

    [Fact]
    public async Task All_of_them_are_one_finding()
    {
        var run = await Verify.OnlyAsync(Id, Net("[{|LW3009:Repeat<Unit>(8)|}]\n[Residual<Other>]"));
        Assert.Contains("BatchNorm2 ends a residual branch with γ = 1 in a stack of 9 blocks (and so does 1 more layer)", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Repeat<Unit>(7)]", "BatchNorm")]
    [InlineData("[Repeat<Unit>(9)]", "BatchNorm(ZeroGamma = true)")]
    [InlineData("[Repeat<Unit>(9)]", "BatchNorm(Frozen = true)")]
    [InlineData("[Repeat<Unit>(9)]", "LayerNorm")]
    [InlineData("[Repeat<Unit>(9)]", "BatchNorm][ReLU")]
    [InlineData("[Repeat<Unit>(9)]", "BatchNorm][ReLU][Dense(8)")]
    public Task Few_blocks_and_other_ends_are_silent(string layers, string last) => Verify.OnlyAsync(Id, Net(layers, last));

    [Fact]
    public Task The_option_moves_the_bound() => Task.WhenAll(
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3009.minimum_blocks = 2", Net("[{|LW3009:Repeat<Unit>(2)|}]")),
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3009.minimum_blocks = 17", Net("[Repeat<Unit>(16)]")));

    [Fact]
    public Task A_block_that_holds_the_stack_says_it_and_its_user_does_not() => Verify.OnlyAsync(Id, Net("[Use<Tower>]") + """


        [Block]
        [{|LW3009:Repeat<Unit>(8)|}]
        class Tower;
        """);

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static string Net(string layers, string last = "BatchNorm") => $$"""
        [Network]
        [Input(8)]
        {{layers}}
        [ReLU]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [Residual<Basic>]
        [ReLU]
        class Unit;

        [Block]
        [Dense(8)]
        [BatchNorm]
        [ReLU]
        [Dense(8)]
        [{{last}}]
        class Basic;

        [Block]
        [Dense(8)][BatchNorm]
        class Other;
        """;
}
