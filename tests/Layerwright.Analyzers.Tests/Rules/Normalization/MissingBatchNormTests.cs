using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class MissingBatchNormTests
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
    public async Task It_is_said_once_at_the_first_layer_with_the_others_as_additional_locations()
    {
        var run = await Verify.CompilingAsync("""
            [Network]
            [Input(4)]
            [{|LW4001:Dense(8)|}]
            [ReLU]
            [Dense(7)]
            [Dropout(0.2)]
            [Tanh]
            [Dense(6)]
            [BatchNorm]
            [ReLU]
            [Dense(5, Name = "Third")]
            [LeakyReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal("Dense1 feeds ReLU1 with no normalisation between, and so do 2 more layers; insert [BatchNorm] before each nonlinearity", diagnostic.GetMessage());
        Assert.Equal(
            ["Dense(7)", "Dense(5, Name = \"Third\")"],
            diagnostic.AdditionalLocations.Select(place => place.SourceTree!.ToString().Substring(place.SourceSpan.Start, place.SourceSpan.Length)));
    }

    [Fact]
    public async Task Without_a_loss_it_is_a_hint()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [{|LW4001:Dense(8)|}]
            [ReLU]
            [Dense(2)]
            public partial class Critic;
            """);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Dense(8)][BatchNorm][ReLU][Dense(2)]")]
    [InlineData("[Dense(8)][Dropout(0.5)][BatchNorm][ReLU][Dense(2)]")]
    [InlineData("[Dense(8)][ReLU][BatchNorm][Dense(2)]")]
    [InlineData("[Dense(8)][ReLU][Dropout(0.1)][BatchNorm][Dense(2)]")]
    [InlineData("[Dense(8)][Dense(2)]")]
    [InlineData("[Dense(8)][SELU][Dense(2)]")]
    [InlineData("[Dense(8)][BatchNorm][PReLU(PerChannel = true)][Dense(2)]")]
    [InlineData("[Dense(4)][Softmax]")]
    [InlineData("[Dense(2)][Tanh]")]
    [InlineData("[ReLU][Dense(2)]")]
    [InlineData("[Dense(8)][LayerNorm][ReLU][Dense(2)]")]
    [InlineData("[Dense(8)][RMSNorm][Tanh][Dense(2)]")]
    [InlineData("[LayerNorm][Dense(8)][ReLU][Dense(2)]")]
    [InlineData("[RMSNorm][Dense(8)][Dropout(0.1)][Dense(8)][ReLU][Dense(2)]")]
    [InlineData("[Dense(8)][SELU][Dense(7)][SELU][Dense(2)]")]
    [InlineData("[Maxout(8)][Maxout(7, Pieces = 3)][Dense(2)]")]
    [InlineData("[Dense(8)][Maxout(7)][Dense(2)]")]
    [InlineData("[Dense(8)][BatchNorm(Frozen = true)][ReLU][Dense(2)]")]
    [InlineData("[Residual<Post>][ReLU][Dense(2)]")]
    [InlineData("[Residual<Pre>][Residual<Pre>][BatchNorm][ReLU][Dense(2)]")]
    public Task Normalised_layers_and_outputs_are_silent(string layers) => Verify.OnlyAsync("LW4001", $$"""
        [Network]
        [Input(4)]
        {{layers}}
        [MeanSquaredError]
        public partial class Net;

        [Block]
        [Dense(4)]
        [BatchNorm]
        [ReLU]
        [Dense(4)]
        [BatchNorm]
        class Post;

        [Block]
        [BatchNorm]
        [ReLU]
        [Dense(4)]
        [BatchNorm]
        [ReLU]
        [Dense(4)]
        class Pre;
        """);

    [Theory]
    [InlineData("ReLU6")]
    [InlineData("PReLU")]
    [InlineData("ELU")]
    [InlineData("GELU(Approximate = true)")]
    [InlineData("SiLU")]
    [InlineData("Mish")]
    [InlineData("Softplus")]
    [InlineData("Softsign")]
    [InlineData("HardTanh")]
    [InlineData("HardSigmoid")]
    [InlineData("HardSwish")]
    public Task Every_hidden_activation_wants_it(string activation) => Verify.CompilingAsync(
        $"[Network]\n[Input(4)]\n[{{|LW4001:Dense(8)|}}]\n[{activation}]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public async Task A_self_normalising_activation_does_not_but_another_behind_it_does()
    {
        var run = await Verify.CompilingAsync("""
            [Network]
            [Input(4)]
            [Dense(8)]
            [SELU]
            [{|LW4001:Dense(7)|}]
            [ELU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.StartsWith("Dense2 feeds ELU1", Assert.Single(run.Analyzers).GetMessage());
    }

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

    [Fact]
    public Task A_projection_is_not_a_layer_that_anyone_wrote() => Verify.CompilingAsync("""
        [Network]
        [Input(4)]
        [Residual<Inner>(Projection = true)]
        [ReLU]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [Dense(8)]
        [BatchNorm]
        [Dropout(0.1)]
        class Inner;
        """);

    [Fact]
    public Task The_mlp_with_batch_normalisation_is_clean() => Verify.CompilingAsync("""
        [Network]
        [Input(784)]
        [Dense(512)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.2)]
        [Dense(256)]
        [BatchNorm]
        [ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class FashionNet;
        """);

    [Theory]
    [InlineData("[LayerNorm][ReLU][{|LW4001:Dense(8)|}][ReLU][Dense(2)]")]
    [InlineData("[LayerNorm][Maxout(4)][{|LW4001:Dense(8)|}][ReLU][Dense(2)]")]
    [InlineData("[BatchNorm][{|LW4001:Dense(8)|}][ReLU][Dense(2)]")]
    public Task A_normalisation_over_rows_counts_up_to_the_next_nonlinearity(string layers) =>
        Verify.CompilingAsync($"[Network]\n[Input(4)]\n{layers}\n[MeanSquaredError]\npublic partial class Net;");

    [Theory]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Conv2D(8, 3)|}][ReLU][GlobalAveragePool2D]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:DepthwiseConv2D(3)|}][SpatialDropout2D(0.1)][SiLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:ConvTranspose2D(8, 2, Stride = 2)|}][MaxPool2D(2)][LeakyReLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Conv2D(8, 3)|}][Upsample2D(2)][ReLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Conv2D(8, 3)|}][ZeroPadding2D(1, 1, 1, 1)][ReLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Conv2D(8, 3)|}][ReLU][Flatten][BatchNorm]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Conv2D(8, 3)|}][Flatten][ReLU]")]
    [InlineData("[SequenceInput(12, 3)]", "[{|LW4001:Conv1D(8, 3, Causal = true)|}][ReLU][GlobalMaxPool1D]")]
    [InlineData("[SequenceInput(12, 3)]", "[{|LW4001:Dense(8)|}][Tanh][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Concat<Branch, Branch>|}][ReLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Conv2D(8, 3)][BatchNorm][ReLU][MaxPool2D(2)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Conv2D(8, 3)][ReLU][MaxPool2D(2)][BatchNorm][Flatten]")]
    [InlineData("[ImageInput(12, 12, 4)]", "[GroupNorm(2)][Conv2D(8, 3)][SiLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Conv2D(8, 3, Frozen = true)][ReLU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Conv2D(8, 3)][SELU][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Gate<Excite>][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Gate<Attend>][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4001:Gate<Deep>|}][Flatten]")]
    public Task Over_every_layer(string input, string layers) => Verify.OnlyAsync("LW4001", $$"""
        [Network]
        {{input}}
        {{layers}}
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [Conv2D(4, 1)]
        class Branch;

        [Block]
        [GlobalAveragePool2D]
        [Dense(8)]
        [ReLU]
        [Dense(3)]
        [Sigmoid]
        class Excite;

        [Block]
        [Conv2D(3, 1)]
        [Sigmoid]
        class Attend;

        [Block]
        [Conv2D(8, 1)]
        [ReLU]
        [Conv2D(3, 1)]
        [HardSigmoid]
        class Deep;
        """);
}
