using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Activations;

public class TanhInHiddenLayerTests
{
    private const string Id = "LW2002";

    [Fact]
    public async Task Each_of_three_is_marked_with_its_name_and_their_number()
    {
        var run = await Verify.OnlyAsync(Id, """
            [Network]
            [Input(4)]
            [Dense(8)]
            [{|LW2002:Tanh|}]
            [Dense(8), {|LW2002:Tanh(Name = "Bend")|}, Dense(8)]
            [{|LW2002:TanhAttribute|}]
            [Dense(2)]
            [Tanh]
            [MeanSquaredError]
            public partial class Net;
            """);
        Assert.All(run.Analyzers, found => Assert.Equal(DiagnosticSeverity.Info, found.Severity));
        Assert.Equal(
            "Bend is one of 3 hidden tanh layers without normalisation: each takes from the gradient, more where it saturates; use [ReLU]",
            run.Analyzers[1].GetMessage());
    }

    [Theory]
    [InlineData("[Dense(8)][Tanh][Dense(8)][Tanh][Dense(2)][Tanh]")] // the last is the output's
    [InlineData("[Dense(8)][BatchNorm][Tanh][Dense(8)][Tanh][Dense(8)][Tanh]")]
    [InlineData("[Dense(8)][Tanh][BatchNorm][Dense(8)][Tanh][Dense(8)][Tanh]")]
    [InlineData("[LayerNorm][Dense(8)][Tanh][Dense(8)][Tanh][Dense(8)][Tanh]")]
    [InlineData("[Dense(8)][HardTanh][Dense(8)][Softsign][Dense(8)][Tanh]")]
    [InlineData("[Dense(8)][ReLU][Dense(8)][ReLU][Dense(8)][ReLU]")]
    [InlineData("[Gate<Mask>][Gate<Mask>][Gate<Mask>]")]
    public Task Two_and_normalised_ones_are_silent(string layers) =>
        Verify.OnlyAsync(Id, $"[Network]\n[Input(4)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[Tanh]\nclass Mask;".Replace("[Tanh]\n[Dense(2)]", "[Tanh]", StringComparison.Ordinal));

    [Fact]
    public Task A_batch_normalisation_before_the_first_weights_is_none_before_the_tanh() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [BatchNorm]
        [Dense(8), {|LW2002:Tanh|}]
        [Dense(8), {|LW2002:Tanh|}]
        [Dense(8), {|LW2002:Tanh|}]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Those_in_blocks_count_and_are_said_at_the_use_unless_the_block_has_enough_itself() => Verify.OnlyAsync(Id, """
        [Network]
        [Input(4)]
        [{|LW2002:Repeat<One>(2)|}]
        [Dense(4)]
        [{|LW2002:Tanh|}]
        [Use<Three>]
        public partial class Net;

        [Block]
        [Dense(4)]
        [Tanh]
        class One;

        [Block]
        [Dense(4), {|LW2002:Tanh|}]
        [Dense(4), {|LW2002:Tanh|}]
        [Dense(4), {|LW2002:Tanh|}]
        [Dense(4)]
        class Three;
        """);

    [Fact]
    public Task From_how_many_on_is_an_option() => Verify.OnlyWithOptionsAsync(
        Id, "layerwright.LW2002.minimum_layers = 2", "[Network]\n[Input(4)]\n[Dense(8), {|LW2002:Tanh|}]\n[Dense(8), {|LW2002:Tanh|}]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public async Task A_stack_in_which_the_gradient_vanishes_is_LW2003s()
    {
        string Stack(int layers) => "[Network]\n[Input(64)]\n" + string.Concat(Enumerable.Repeat("[Dense(64)]\n[Tanh]\n", layers)) + "[Dense(2)]\npublic partial class Deep;";
        await Verify.OnlyAsync("LW2002", Stack(10));
        await Verify.OnlyAsync("LW2002", Stack(9).Replace("[Tanh]", "[{|LW2002:Tanh|}]", StringComparison.Ordinal));
    }
}
