using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class SigmoidInHiddenLayerTests
{
    [Fact]
    public Task Before_a_gate_or_inside_it_a_sigmoid_is_hidden_and_at_its_end_it_is_not() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Dense(4)]
        [BatchNorm]
        [{|LW2001:Sigmoid|}]
        [Gate<Mask>]
        [Gate<TwoLayers>]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [Dense(4)]
        [Sigmoid]
        class Mask;

        [Block]
        [{|LW2001:Use<Mask>|}]
        [Dense(4)]
        [Sigmoid]
        class TwoLayers;
        """);

    [Fact]
    public async Task A_sigmoid_with_weights_behind_it_is_marked_with_its_name()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8)]
            [BatchNorm]
            [{|LW2001:Sigmoid(Name = "Squash")|}]
            [Dropout(0.2)]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.StartsWith("Squash is a hidden sigmoid:", diagnostic.GetMessage());
    }

    [Fact]
    public Task Each_hidden_sigmoid_is_marked() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Dense(8), BatchNorm, {|LW2001:Sigmoid|}]
        [Dense(8), BatchNorm, {|LW2001:SigmoidAttribute()|}]
        [Dense(2)]
        public partial class Net;
        """);

    [Theory]
    [InlineData("[Dense(4)][Sigmoid][MeanSquaredError]")]
    [InlineData("[Dense(2)][Sigmoid]")]
    [InlineData("[Dense(8)][Sigmoid][Dropout(0.1)]")]
    [InlineData("[Dense(8)][BatchNorm][HardSigmoid][Dense(2)]")]
    [InlineData("[Dense(8)][BatchNorm][Softsign][Dense(2)]")]
    [InlineData("[Dense(8)][BatchNorm][Tanh][Dense(1)][BinaryCrossEntropy]")]
    public Task The_outputs_sigmoid_and_other_activations_are_silent(string layers) =>
        Verify.CompilingAsync($"[Network]\n[Input(4)]\n{layers}\npublic partial class Net;");

    [Fact]
    public Task Inside_a_block_it_is_said_on_the_block_alone() => Verify.OnlyAsync("LW2001", """
        [Network]
        [Input(8)]
        [Residual<Inner>]
        [Repeat<Inner>(2)]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dense(8)]
        [BatchNorm]
        [{|LW2001:Sigmoid|}]
        [Dense(8)]
        [BatchNorm]
        class Inner;
        """);

    [Fact]
    public async Task A_sigmoid_that_ends_a_block_is_judged_at_each_use()
    {
        var run = await Verify.OnlyAsync("LW2001", """
            [Network]
            [Input(8)]
            [{|LW2001:Use<Inner>|}]
            [Dense(8)]
            [BatchNorm]
            [Use<Inner>]
            public partial class Net;

            [Block]
            [Dense(8)]
            [BatchNorm]
            [Sigmoid]
            class Inner;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.StartsWith("Inner.Sigmoid1 is a hidden sigmoid", diagnostic.GetMessage());
        var place = Assert.Single(diagnostic.AdditionalLocations);
        Assert.Equal("Sigmoid", place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length));
    }

    [Fact]
    public Task Behind_a_repetition_it_is_hidden_but_in_the_last() => Verify.CompilingAsync("""
        [Network]
        [Input(8)]
        [{|LW2001:Repeat<Inner>(3)|}]
        public partial class Net;

        [Block]
        [Dense(8)]
        [BatchNorm]
        [Sigmoid]
        class Inner;
        """);

    [Fact]
    public Task A_sum_behind_a_branch_makes_it_hidden() => Verify.CompilingAsync("""
        [Network]
        [Input(8)]
        [{|LW2001:Residual<Inner>|}]
        public partial class Net;

        [Block]
        [Dense(8)]
        [BatchNorm]
        [Sigmoid]
        class Inner;
        """);

    [Fact]
    public Task Where_another_blocks_weights_follow_inside_a_block_the_outer_block_is_marked() => Verify.CompilingAsync("""
        [Network]
        [Input(8)]
        [Use<Outer>]
        public partial class Net;

        [Block]
        [{|LW2001:Use<Inner>|}]
        [Dense(8)]
        class Outer;

        [Block]
        [Dense(8)]
        [BatchNorm]
        [Sigmoid]
        class Inner;
        """);

    [Fact]
    public Task A_network_with_an_error_says_only_that() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Dense({|LW0008:0|})]
        [Sigmoid]
        [Dense(2, Init = Init.Xavier)]
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """);
}
