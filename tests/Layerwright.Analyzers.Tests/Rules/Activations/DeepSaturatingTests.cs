using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class DeepSaturatingTests
{
    private const string Id = "LW2003";

    [Fact]
    public async Task Five_sigmoid_layers_are_marked_at_the_first_with_what_is_left_of_the_gradient()
    {
        var run = await Verify.OnlyAsync(
            Id, $"[Network]\n[Input(500)]\n[Dense(500)]\n[{{|LW2003:Sigmoid|}}]\n{Times(4, "[Dense(500)]\n[Sigmoid]\n")}[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(4, diagnostic.AdditionalLocations.Count);

        // Measured: 2.8e-3.
        Assert.Equal(
            "Sigmoid1 is the first of 5 sigmoid layers with neither normalisation nor skip: about 0.0028 of the gradient at Sigmoid5 reaches it; insert [BatchNorm] before each",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task Ten_tanh_layers_count_along_the_longest_way()
    {
        var run = await Verify.OnlyAsync(Id, Net($"[Dense(8)][{{|LW2003:Tanh|}}]{Times(8, "[Dense(8)][Dropout(0.1)][Tanh]")}[Concat<Bent, Identity>]"));
        Assert.StartsWith("Tanh1 is the first of 10 tanh layers", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData(4, "[Dense(8)][Sigmoid]")]
    [InlineData(9, "[Dense(8)][Tanh]")]
    [InlineData(20, "[Dense(8)][BatchNorm][Tanh]")]
    [InlineData(20, "[Dense(8)][Tanh][BatchNorm]")]
    [InlineData(20, "[LayerNorm][Dense(8)][Tanh]")]
    [InlineData(20, "[Residual<Bent>]")]
    [InlineData(20, "[Residual<Bent>][Tanh]")]
    [InlineData(20, "[Gate<Opening>]")]
    [InlineData(20, "[Dense(8)][HardTanh]")]
    [InlineData(20, "[Dense(8)][ReLU]")]
    public Task Few_normalised_residual_and_other_layers_are_silent(int times, string layers) => Verify.OnlyAsync(Id, Net(Times(times, layers)));

    [Fact]
    public Task Layers_side_by_side_are_not_deep() => Verify.OnlyAsync(Id, Net(Times(4, "[Dense(8)][Tanh]") + "[Concat<Deep, Deep>]"));

    [Fact]
    public Task The_options_move_both_bounds() => Task.WhenAll(
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW2003.minimum_sigmoid_layers = 2", Net("[Dense(8)][{|LW2003:Sigmoid|}][Dense(8)][Sigmoid]")),
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW2003.minimum_tanh_layers = 2", "[Network]\n[Input(8)]\n[Dense(8)][{|LW2003:Tanh|}][Dense(8)][Tanh][Dense(2)]\npublic partial class Net;"));

    [Fact]
    public async Task A_deep_block_says_it_once_and_several_shallow_ones_are_said_at_the_first_use()
    {
        var run = await Verify.OnlyAsync(Id, $$"""
            [Network]
            [Input(8)]
            [{|LW2003:Repeat<Shallow>(10)|}]
            [Dense(2)]
            public partial class Net;

            [Network]
            [Input(8)]
            [Use<Whole>]
            [Dense(2)]
            public partial class Other;

            [Block]
            [Dense(8)]
            [Tanh]
            class Shallow;

            [Block]
            [Dense(8)]
            [{|LW2003:Tanh|}]
            {{Times(9, "[Dense(8)][Tanh]")}}
            [Dense(8)]
            class Whole;
            """);
        Assert.Matches(
            @"^Shallow\.Tanh1 is the first of 10 tanh layers with neither normalisation nor skip: about [0-9.]+ of the gradient at the last reaches it;",
            run.Analyzers[0].GetMessage());
    }

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static string Net(string layers) => $$"""
        [Network]
        [Input(8)]
        {{layers}}
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(8)]
        [Tanh]
        class Bent;

        [Block]
        [Dense(8)][Tanh][Dense(8)][Tanh][Dense(8)][Tanh][Dense(8)][Tanh]
        class Deep;

        [Block]
        [Dense(8)]
        [Sigmoid]
        class Opening;
        """;
}
