using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class NormAfterActivationTests
{
    [Fact]
    public async Task A_batch_normalisation_behind_the_nonlinearity_is_a_hint_at_its_attribute()
    {
        var run = await Verify.OnlyAsync("LW4002", """
            [Network]
            [Input(784)]
            [Dense(256)]
            [ReLU]
            [{|LW4002:BatchNorm(Name = "Norm")|}]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal("Norm normalises what ReLU1 has bent already; put it before ReLU1, where it keeps what ReLU1 takes centred and of one scale", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[Conv2D(8, 3)][ReLU][MaxPool2D(2)][{|LW4002:BatchNorm|}][Flatten]")]
    [InlineData("[Conv2D(8, 3)][Tanh][Dropout(0.1)][AveragePool2D(2)][{|LW4002:BatchNorm|}][Flatten]")]
    [InlineData("[Conv2D(8, 3)][PReLU][SpatialDropout2D(0.1)][{|LW4002:BatchNorm|}][GlobalAveragePool2D]")]
    [InlineData("[Conv2D(8, 3)][ReLU][{|LW4002:BatchNorm|}][Conv2D(8, 3)][ReLU][{|LW4002:BatchNorm|}][Flatten]")]
    [InlineData("[Flatten][Dense(8)][ReLU][{|LW4002:BatchNorm(Frozen = true)|}]")]
    public async Task Pooling_and_dropout_may_stand_between_and_nothing_is_missing(string layers)
    {
        string net = $"[Network]\n[ImageInput(12, 12, 3)]\n{layers}\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;";
        await Verify.OnlyAsync("LW4002", net);
        await Verify.OnlyAsync("LW4001", net.Replace("{|LW4002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Dense(8)][BatchNorm][ReLU]")]
    [InlineData("[Dense(8)][BatchNorm][ReLU][BatchNorm]")]
    [InlineData("[Dense(8)][LayerNorm][ReLU][BatchNorm]")]
    [InlineData("[Dense(8)][ReLU][LayerNorm]")]
    [InlineData("[ReLU][BatchNorm]")]
    [InlineData("[BatchNorm][Dense(8)][SELU]")]
    [InlineData("[Maxout(8)][BatchNorm]")]
    [InlineData("[Dense(4)][ReLU][Residual<Pre>][BatchNorm][ReLU]")]
    [InlineData("[Concat<Bent, Bent>][BatchNorm]")]
    public Task Normalised_before_or_joined_or_shared_it_is_silent(string layers) => Verify.OnlyAsync("LW4002", $$"""
        [Network]
        [Input(4)]
        {{layers}}
        [Dense(2)]
        [MeanSquaredError]
        public partial class Net;

        [Block]
        [BatchNorm]
        [ReLU]
        [Dense(4)]
        class Pre;

        [Block]
        [Dense(4)]
        [ReLU]
        class Bent;
        """);

    [Fact]
    public Task Between_the_last_weights_and_the_loss_it_is_another_rules() => Verify.OnlyAsync(
        "LW4002", "[Network]\n[Input(4)]\n[Dense(2)]\n[Sigmoid]\n[BatchNorm]\n[MeanSquaredError]\npublic partial class Net;");

    [Fact]
    public async Task A_block_is_judged_alone_and_its_first_layer_at_the_use()
    {
        var run = await Verify.OnlyAsync("LW4002", """
            [Network]
            [Input(4)]
            [Dense(4)]
            [ReLU]
            [{|LW4002:Use<First>|}]
            [Use<Own>]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [BatchNorm]
            [Dense(4)]
            class First;

            [Block]
            [Dense(4)]
            [ReLU]
            [{|LW4002:BatchNorm|}]
            class Own;
            """);
        Assert.Contains(run.Analyzers, diagnostic => diagnostic.GetMessage().StartsWith("First.BatchNorm1 normalises what ReLU1", StringComparison.Ordinal));
    }

    [Fact]
    public Task The_fix_moves_it_before_the_nonlinearity_and_takes_the_bias_away() => VerifyFix.AloneAsync(
        new NormAfterActivationFix(),
        "Swap",
        """
        [Network]
        [Input(784)]
        [Dense(256, L2 = 1e-4, UseBias = true)]
        // bends
        [ReLU]
        [Dropout(0.2)]
        // normalises
        [BatchNormAttribute(Momentum = 0.05)] // slow
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        [Network]
        [Input(784)]
        [Dense(256, L2 = 1e-4)]
        // normalises
        [BatchNormAttribute(Momentum = 0.05)] // slow
        // bends
        [ReLU]
        [Dropout(0.2)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task All_of_a_document_are_moved() => VerifyFix.AllInDocumentAsync(
        new NormAfterActivationFix(),
        "LW4002",
        """
        [Network, Input(4), Dense(8), ReLU, BatchNorm, Dense(8)]
        [Tanh] [BatchNorm(Epsilon = 1e-3)]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class One;

        [Block]
        [Dense(4)]
        [ReLU]
        [BatchNorm]
        [Dense(4)]
        class Two;
        """,
        """
        [Network, Input(4), Dense(8), BatchNorm, ReLU, Dense(8)]
        [BatchNorm(Epsilon = 1e-3)] [Tanh]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class One;

        [Block]
        [Dense(4)]
        [BatchNorm]
        [ReLU]
        [Dense(4)]
        class Two;
        """);

    [Fact]
    public Task At_a_blocks_end_it_is_not_known_what_the_nonlinearity_would_meet() => VerifyFix.OffersNothingAsync(
        new NormAfterActivationFix(), "[Block]\n[Dense(4)]\n[ReLU]\n[BatchNorm]\nclass Inner;");

    [Theory]
    [InlineData("[Dense(8)][Dropout(0.1)][ReLU][BatchNorm]")]
    [InlineData("[Dense(8)][ReLU][BatchNorm][Tanh]")]
    [InlineData("[Dense(8, Frozen = true)][ReLU][BatchNorm]")]
    [InlineData("[Use<Bent>][BatchNorm]")]
    public Task Where_the_swap_would_make_another_fault_or_change_a_block_it_is_not_offered(string layers) => VerifyFix.OffersNothingAsync(
        new NormAfterActivationFix(),
        $"[Network]\n[Input(4)]\n{layers}\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;\n\n[Block]\n[Dense(4)]\n[ReLU]\nclass Bent;");
}
