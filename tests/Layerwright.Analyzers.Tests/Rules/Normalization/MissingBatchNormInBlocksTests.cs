using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

/// <summary>LW4001 in blocks and gates: what is said of a block alone, and what where it is used.</summary>
public class MissingBatchNormInBlocksTests
{
    [Fact]
    public Task A_block_that_ends_like_a_gate_is_judged_where_it_is_used_as_another() => Verify.DiagnosticsAsync("""
        [Network]
        [Input(4)]
        [Gate<Mask>]
        [{|LW4001:Use<Mask>|}]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [Dense(8)]
        [ReLU]
        [Dense(4)]
        [HardSigmoid]
        class Mask;
        """);

    [Fact]
    public async Task A_block_is_marked_once_and_its_users_are_not()
    {
        var run = await Verify.OnlyAsync("LW4001", """
            [Network]
            [Input(4)]
            [Repeat<Inner>(2)]
            [Residual<Inner>]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [{|LW4001:Dense(4)|}]
            [ReLU]
            [Dense(4)]
            [Tanh]
            [Dense(4)]
            class Inner;
            """);
        Assert.Contains("and so does 1 more layer", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Dense(4)]\n[ReLU]\n[Dense(16)]\n[Tanh]")]
    [InlineData("[Dense(4)]\n[ReLU]\n[Dense(16)]")]
    [InlineData("[Dense(4)]\n[ReLU]\n[Dense(16)]\n[ReLU]")]
    [InlineData("[Dense(4)]\n[ReLU]\n[Use<Inner>]")]
    [InlineData("[Use<Inner>]\n[Sigmoid]")]
    public Task The_vector_layers_of_a_gate_need_none_however_it_ends(string layers) => Verify.OnlyAsync("LW4001", $$"""
        [Network]
        [ImageInput(8, 8, 3)]
        [Conv2D(16, 3)]
        [BatchNorm]
        [ReLU]
        [Gate<Excite>]
        [Flatten]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [GlobalAveragePool2D]
        {{layers}}
        class Excite;

        {{(layers.Contains("Inner", StringComparison.Ordinal) ? "[Block] [Dense(4)] [ReLU] [Dense(16)] class Inner;" : "")}}
        """);

    [Fact]
    public Task A_gates_block_that_another_layer_uses_too_is_marked_at_that_use() => Verify.OnlyAsync("LW4001", """
        [Network]
        [Input(4)]
        [Gate<Inner>]
        [{|LW4001:Residual<Inner>|}]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [Dense(8)]
        [ReLU]
        [Dense(4)]
        class Inner;
        """);

    [Fact]
    public Task A_rectifier_that_ends_a_block_is_judged_at_each_use() => Verify.OnlyAsync("LW4001", """
        [Network]
        [Input(4)]
        [{|LW4001:Use<Inner>|}]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Network]
        [Input(4)]
        [Dense(8)]
        [BatchNorm]
        [Tanh]
        [Use<Inner>]
        [SoftmaxCrossEntropy]
        public partial class Output;

        [Block]
        [Dense(4)]
        [ReLU]
        class Inner;
        """);

    [Fact]
    public async Task Where_more_follows_at_every_use_it_is_the_blocks_own()
    {
        var run = await Verify.OnlyAsync("LW4001", """
            [Network]
            [Input(4)]
            [Use<Inner>]
            [{|LW4001:Dense(8)|}]
            [Tanh]
            [Residual<Inner>]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [{|LW4001:Dense(8)|}]
            [ReLU]
            class Inner;
            """);
        Assert.All(run.Analyzers, found => Assert.Contains("with no normalisation between; ", found.GetMessage(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Use<Inner>]\n[Dense(2)]", " feeds ReLU1 with no normalisation between, and so does 1 more layer;")]
    [InlineData("[Use<Inner>]", " feeds ReLU1 with no normalisation between; ")]
    public async Task A_rectifier_that_ends_a_block_is_mended_with_the_rest_where_more_follows(string layers, string message)
    {
        var run = await Verify.OnlyAsync("LW4001", $$"""
            [Network]
            [Input(4)]
            {{layers}}
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [{|LW4001:Dense(4)|}]
            [ReLU]
            [Dense(4)]
            [ReLU]
            class Inner;
            """);
        Assert.Contains(message, Assert.Single(run.Analyzers).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", DiagnosticSeverity.Info)]
    [InlineData("[MeanSquaredError]", DiagnosticSeverity.Warning)]
    public async Task In_a_block_that_only_networks_without_a_loss_use_it_is_a_hint(string loss, DiagnosticSeverity severity)
    {
        var run = await Verify.OnlyAsync("LW4001", $$"""
            [Network]
            [Input(8)]
            [Dense(8)]
            [BatchNorm]
            [ReLU]
            [Concat<Value, Value>]
            public partial class Net;

            [Network]
            [Input(8)]
            [Use<Value>]
            {{loss}}
            public partial class Other;

            [Block]
            [{|LW4001:Dense(32)|}]
            [ReLU]
            [Dense(1)]
            class Value;
            """);
        Assert.Equal(severity, Assert.Single(run.Analyzers).Severity);
    }

    [Fact]
    public async Task In_a_block_that_no_network_uses_it_is_a_warning()
    {
        var run = await Verify.OnlyAsync("LW4001", "[Block]\n[{|LW4001:Dense(8)|}]\n[ReLU]\n[Dense(4)]\nclass Inner;");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(run.Analyzers).Severity);
    }

    [Fact]
    public async Task A_blocks_last_layer_before_the_users_nonlinearity_is_judged_at_the_use()
    {
        var run = await Verify.CompilingAsync("""
            [Network]
            [Input(4)]
            [{|LW4001:Residual<Inner>|}]
            [ReLU]
            [Dense(3)]
            [Tanh]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [Dense(4)]
            class Inner;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.StartsWith("Inner.Dense1 feeds ReLU1 with no normalisation between, and so does 1 more layer", diagnostic.GetMessage());
        Assert.Equal(
            ["Dense(4)", "Dense(3)"],
            diagnostic.AdditionalLocations.Select(place => place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)));
    }
}
