using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class ZeroInitTests
{
    private const string Id = "LW3005";

    [Fact]
    public async Task Weights_that_all_start_alike_are_an_error_at_the_argument_and_code_is_generated()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(4)]
            [Dense(8, {|LW3005:Init = Init.Constant|}, InitScale = 0.25)]
            [BatchNorm]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            static class Use { static Net Make() => new Net(1); }
            """);
        Assert.Empty(run.Errors);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(
            "Dense1 starts with all its weights at 0.25: its 8 units compute the same, get the same gradient and stay identical; use Init.Auto",
            diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[Conv2D(8, 3, {|LW3005:Init = Init.Zeros|})][ReLU][Flatten][Dense(2)]")]
    [InlineData("[Conv2D(8, 3, Groups = 2, {|LW3005:Init = Init.Zeros|})][ReLU][Flatten][Dense(2)]")]
    [InlineData("[DepthwiseConv2D(3, Multiplier = 2, {|LW3005:Init = Init.Zeros|})][ReLU][Flatten][Dense(2)]")]
    [InlineData("[ConvTranspose2D(8, 2, {|LW3005:Init = Init.Zeros|})][ReLU][Flatten][Dense(2)]")]
    [InlineData("[Flatten][Maxout(8, {|LW3005:Init = Init.Zeros|})][Dense(2)]")]
    [InlineData("[Flatten][Dense(8, {|LW3005:Init = Init.Zeros|})][Residual<Inner>][Dense(2)]")]
    [InlineData("[BatchNorm({|LW3005:ZeroGamma = true|})][ReLU][Flatten][Dense(2)]")]
    public Task Every_layer_with_weights_counts_and_a_zero_gamma_before_relu(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Theory]
    [InlineData("[Flatten][Dense(8)][ReLU][Dense(2, Init = Init.Zeros)]")]
    [InlineData("[Flatten][Dense(1, Init = Init.Zeros)][Tanh][Dense(2)]")]
    [InlineData("[DepthwiseConv2D(3, Init = Init.Constant, InitScale = 0.1)][ReLU][Flatten][Dense(2)]")]
    [InlineData("[Conv2D(8, 3, Init = Init.Zeros, Frozen = true)][ReLU][Flatten][Dense(2)]")]
    [InlineData("[Flatten][Dense(8)][Residual<Silent>][ReLU][Dense(2)]")]
    [InlineData("[Flatten][Dense(8)][Residual<SilentGamma>][ReLU][Dense(2)]")]
    [InlineData("[Flatten][Dense(8)][Gate<Silent>][ReLU][Dense(2)]")]
    [InlineData("[Flatten][BatchNorm(ZeroGamma = true)][Dense(8)][LeakyReLU][Dense(2)]")]
    [InlineData("[Flatten][BatchNorm(ZeroGamma = true)][LeakyReLU][Dense(8)][Dense(2)]")]
    [InlineData("[Flatten][Dense(8, Init = Init.Normal, InitScale = 0.001)][ReLU][Dense(2)]")]
    public Task Last_weights_ends_of_branches_and_units_that_differ_by_their_inputs_are_silent(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Fact]
    public async Task The_end_of_a_block_is_judged_where_it_is_used()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(8)]
            [{|LW3005:Use<Silent>|}]
            [ReLU]
            [Residual<Silent>]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dense(8, {|LW3005:Init = Init.Zeros|})]
            [Tanh]
            [Dense(8, Init = Init.Zeros)]
            class Silent;
            """);
        Assert.StartsWith("Silent.Dense2 starts with all its weights at 0", run.Analyzers[0].GetMessage());
    }

    private static string Net(string layers) => $$"""
        [Network]
        [ImageInput(8, 8, 4)]
        {{layers}}
        public partial class Net;

        [Block]
        [Dense(8)]
        [Tanh]
        [Dense(8)]
        class Inner;

        [Block]
        [Dense(8)]
        [Tanh]
        [Dense(8, Init = Init.Zeros)]
        class Silent;

        [Block]
        [Dense(8)]
        [BatchNorm(ZeroGamma = true)]
        class SilentGamma;
        """;
}
