using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class HeWithSaturatingTests
{
    private const string Id = "LW3002";

    [Fact]
    public async Task He_before_tanh_is_a_hint_at_the_argument_with_the_excess_over_xavier()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(300)]
            [Dense(100, {|LW3002:Init = Init.He|})]
            [Tanh]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);

        // √(2/300) over √(2/400).
        Assert.Equal(
            "Dense1 starts with Init.He but feeds Tanh1, which passes both halves of its input: the weights are 1.2 times as large as suits it; use Init.Xavier",
            diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[Dense(1, {|LW3002:Init = Init.He|})][Sigmoid]", "Sigmoid1")]
    [InlineData("[Dense(8, {|LW3002:Init = Init.He|})][BatchNorm][Tanh][Dense(2)]", "Tanh1")]
    public async Task Where_there_are_far_more_inputs_than_outputs_no_figure_is_given(string layers, string saturating)
    {
        var run = await Verify.OnlyAsync(Id, $"[Network]\n[Input(512)]\n{layers}\npublic partial class Net;");
        Assert.Equal(
            $"Dense1 starts with Init.He but feeds {saturating}, which passes both halves of its input; use Init.Xavier",
            Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task A_written_scale_is_a_part_of_the_excess()
    {
        // √2·1.5.
        var run = await Verify.OnlyAsync(Id, Net("[Dense(4, {|LW3002:Init = Init.He|}, InitScale = 1.5)][Tanh][Dense(2)]"));
        Assert.Contains(": the weights are 2.1 times as large as suits it;", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Dense(8, {|LW3002:Init = Init.HeUniform|})][Sigmoid]")]
    [InlineData("[Dense(8, {|LW3002:Init = Init.He|})][BatchNorm][Dropout(0.1)][Tanh][Dense(2)]")]
    [InlineData("[Dense(8, UseBias = false, {|LW3002:Init = Init.He|})][Tanh][Dense(2)]")]
    public Task Sigmoid_the_uniform_kind_and_what_stands_between_count_too(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Theory]
    [InlineData("[Dense(8, Init = Init.He)][ReLU][Dense(2)]")]
    [InlineData("[Dense(8, Init = Init.He)][GELU][Dense(2)]")]
    [InlineData("[Dense(8, Init = Init.He)][HardTanh][Dense(2)]")]
    [InlineData("[Dense(8, Init = Init.Xavier)][Tanh][Dense(2)]")]
    [InlineData("[Dense(8)][Tanh][Dense(2)]")]
    [InlineData("[Dense(8, Init = Init.He)][Dense(2)][Tanh]")]
    [InlineData("[Dense(8, Init = Init.He, InitScale = 4)][Tanh][Dense(2)]")] // LW3007 says it
    [InlineData("[Dense(4, Init = Init.He, InitScale = 0.7071)][Tanh][Dense(2)]")] // √½: Xavier's deviation
    [InlineData("[Dense(8, Init = Init.He, Frozen = true)][Tanh][Dense(2)]")]
    [InlineData("[Maxout(8, Init = Init.He)][Tanh][Dense(2)]")]
    [InlineData("[Dense(8, Init = Init.He)][Residual<Bent>][ReLU][Dense(2)]")]
    public Task Other_pairs_are_silent(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Fact]
    public async Task A_block_says_its_own_and_what_leaves_it_is_said_at_the_use()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(8)]
            [{|LW3002:Use<Inner>|}]
            [Tanh]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(8, {|LW3002:Init = Init.He|})]
            [Tanh]
            [Dense(8, Init = Init.He)]
            class Inner;
            """);
        Assert.StartsWith("Inner.Dense2 starts with Init.He but feeds Tanh1", run.Analyzers[0].GetMessage());
        Assert.StartsWith("Dense1 starts with Init.He but feeds Tanh1", run.Analyzers[1].GetMessage());
    }

    private static string Net(string layers) => $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;\n\n[Block]\n[Tanh]\n[Dense(8)]\nclass Bent;";
}
