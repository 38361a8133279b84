using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class SeluInitTests
{
    private const string Id = "LW3004";

    [Fact]
    public async Task Selu_behind_other_weights_than_lecuns_is_marked_at_the_argument_with_their_gain()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(100)]
            [Dense(50, {|LW3004:Init = Init.He|})]
            [Dropout(0.1)]
            [SELU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal(
            "Dense1 starts with Init.He (fan_in·σ² = 2) but feeds SELU1, which keeps mean 0 and variance 1 behind normal weights with fan_in·σ² = 1; use Init.LeCun",
            diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Init = Init.Xavier")]
    [InlineData("Init = Init.LeCunUniform")]
    [InlineData("Init = Init.Orthogonal")]
    public Task Every_other_kind_counts(string init) => Verify.OnlyAsync(Id, Net($"[Dense(50, {{|LW3004:{init}|}})][SELU][Dense(2)]"));

    [Theory]
    [InlineData("Dense(100, {|LW3004:Init = Init.Xavier|})", "Init.Xavier (fan_in·σ² = 1 by its widths and scale alone)")] // in = out
    [InlineData("Dense(50, {|LW3004:Init = Init.LeCun|}, InitScale = 3)", "Init.LeCun and InitScale = 3 (fan_in·σ² = 9)")]
    [InlineData("Dense(50, {|LW3004:InitScale = 3|})", "InitScale = 3 (fan_in·σ² = 9)")]
    [InlineData("Dense(50, {|LW3004:Init = Init.LeCunUniform|})", "Init.LeCunUniform (uniform, fan_in·σ² = 1)")]
    [InlineData("Dense(100, {|LW3004:Init = Init.Orthogonal|})", "Init.Orthogonal (orthogonal, fan_in·σ² = 1)")]
    [InlineData("Dense(50, {|LW3004:Init = Init.Normal|}, InitScale = 0.2)", "Init.Normal (fan_in·σ² = 4)")]
    public async Task Whatever_is_not_lecun_normal_of_scale_1_counts_and_is_named(string layer, string start)
    {
        var run = await Verify.OnlyAsync(Id, Net($"[{layer}][SELU][Dense(2)]"));
        Assert.StartsWith($"Dense1 starts with {start} but feeds SELU1", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Dense(50, Init = Init.LeCun, InitScale = 1)][SELU][Dense(2)]")]
    [InlineData("[Dense(50, Init = Init.He, Frozen = true)][SELU][Dense(2)]")]
    [InlineData("[Dense(50, Init = Init.LeCun)][SELU][Dense(2)]")]
    [InlineData("[Dense(50, Init = Init.Auto)][SELU][Dense(2)]")]
    [InlineData("[Dense(50)][SELU][Dense(2)]")]
    [InlineData("[Dense(50, Init = Init.Normal, InitScale = 0.1)][SELU][Dense(2)]")] // 1/√100
    [InlineData("[Dense(50, Init = Init.He)][ELU][Dense(2)]")]
    [InlineData("[Dense(50, Init = Init.He)][LayerNorm][SELU][Dense(2)]")]
    [InlineData("[Dense(50, Init = Init.He)][ReLU][Dense(50)][SELU][Dense(2)]")]
    [InlineData("[Residual<Silent>][SELU][Dense(2)]")]
    public Task Lecun_the_default_the_same_deviation_and_other_activations_are_silent(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Fact]
    public Task Weights_that_all_start_alike_are_a_graver_fault() =>
        Verify.DiagnosticsAsync(Net("[Dense(50, {|LW3005:Init = Init.Zeros|})][SELU][Dense(2)]"));

    [Fact]
    public Task Too_small_and_too_large_ones_are_not_said_twice() => Verify.DiagnosticsAsync(Net(
        "[Dense(50, {|LW3004:Init = Init.Normal, |}InitScale = 0.001)][SELU][Dense(50)][SELU][Dense(50)][SELU][Dense(2)]".Replace(", |}", "|}, ", StringComparison.Ordinal)));

    [Fact]
    public async Task What_leaves_a_block_is_said_at_the_use()
    {
        var run = await Verify.OnlyAsync(Id, "[Network]\n[Input(8)]\n[{|LW3004:Use<Inner>|}]\n[SELU]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8, Init = Init.He)]\nclass Inner;");
        Assert.StartsWith("Inner.Dense1 starts with Init.He", Assert.Single(run.Analyzers).GetMessage());
    }

    private static string Net(string layers) => $"[Network]\n[Input(100)]\n{layers}\npublic partial class Net;\n\n[Block]\n[SELU]\n[Dense(100, Init = Init.Zeros)]\nclass Silent;";
}
