using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Initialization;

public class NonZeroBiasTests
{
    private const string Id = "LW3008";

    [Fact]
    public async Task Biases_away_from_0_are_a_hint_at_the_argument()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(4)]
            [Dense(8, {|LW3008:BiasInit = 0.1|})]
            [ReLU]
            [Dense(8, {|LW3008:BiasInit = -1|})]
            [Tanh]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.All(run.Analyzers, diagnostic => Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity));
        Assert.Equal(
            "The biases of Dense1 start at 0.1, which shifts every row's signal alike (up to 0.01 would pass before a rectifier); use 0", run.Analyzers[0].GetMessage());
        Assert.Equal("The biases of Dense2 start at -1, which shifts every row's signal alike; use 0", run.Analyzers[1].GetMessage());
    }

    [Theory]
    [InlineData("[Dense(8, {|LW3008:BiasInit = 0.01|})][Tanh][Dense(2)]")]
    [InlineData("[Dense(8, {|LW3008:BiasInit = -0.01|})][ReLU][Dense(2)]")]
    [InlineData("[Dense(8, {|LW3008:BiasInit = 0.02|})][LeakyReLU][Dense(2)]")]
    [InlineData("[Dense(2, {|LW3008:BiasInit = 0.01|})]")]
    public Task A_small_one_counts_but_before_a_rectifier(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Theory]
    [InlineData("[Dense(8, BiasInit = 0.01)][ReLU][Dense(2)]")]
    [InlineData("[Dense(8, BiasInit = 0.01)][Dropout(0.1)][PReLU][Dense(2)]")]
    [InlineData("[Dense(8, BiasInit = 0)][Tanh][Dense(2)]")]
    [InlineData("[Dense(8)][Tanh][Dense(2)]")]
    [InlineData("[Dense(8, BiasInit = 1)][BatchNorm][Tanh][Dense(2)]")] // has none
    [InlineData("[Dense(8, BiasInit = 1, UseBias = false)][Tanh][Dense(2)]")]
    public Task Nought_no_bias_and_a_small_one_before_a_rectifier_are_silent(string layers) => Verify.OnlyAsync(Id, Net(layers));

    [Fact]
    public Task The_option_moves_the_bound() => Task.WhenAll(
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3008.most_bias_before_relu = 0.1", Net("[Dense(8, BiasInit = 0.1)][ReLU][Dense(2)]")),
        Verify.OnlyWithOptionsAsync(Id, "layerwright.LW3008.most_bias_before_relu = 0", Net("[Dense(8, {|LW3008:BiasInit = 0.01|})][ReLU][Dense(2)]")));

    [Fact]
    public Task A_small_one_at_a_blocks_end_is_judged_where_it_is_used() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [Use<Inner>]
        [ReLU]
        [{|LW3008:Use<Inner>|}]
        [Tanh]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(8, {|LW3008:BiasInit = 0.1|})]
        [Dense(8, BiasInit = 0.01)]
        class Inner;
        """);

    private static string Net(string layers) => $"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;";
}
