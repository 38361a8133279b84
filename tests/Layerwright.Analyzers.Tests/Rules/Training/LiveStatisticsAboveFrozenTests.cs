using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Training;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Training;

public class LiveStatisticsAboveFrozenTests
{
    [Fact]
    public async Task A_live_batch_normalisation_behind_a_frozen_layer_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8, Frozen = true)]
            [{|LW5012:BatchNorm|}]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(
            "BatchNorm1 goes on learning behind Dense1, which is frozen; set Frozen = true, so that it normalises as it did when Dense1 was trained",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("Network", "[Conv2D(8, 3, Frozen = true)][{|LW5012:BatchNorm(Frozen = false)|}]")]
    [InlineData("Network", "[DepthwiseConv2D(3, Frozen = true)][{|LW5012:BatchNorm|}]")]
    [InlineData("Network", "[Use<Frozen>][{|LW5012:BatchNorm|}]")]
    [InlineData("Network", "[Conv2D(8, 3, Frozen = true)][{|LW5012:Use<Norm>|}]")]
    [InlineData("Network", "[Use<Both>]")]
    [InlineData("Network", "[Conv2D(8, 3, Frozen = true)][BatchNorm(Frozen = true)]")]
    [InlineData("Network", "[Conv2D(8, 3, Frozen = false)][BatchNorm]")]
    [InlineData("Network", "[Conv2D(8, 3, Frozen = true)][ReLU][BatchNorm]")]
    [InlineData("Network", "[Conv2D(8, 3, Frozen = true)][LayerNorm]")]
    [InlineData("Network", "[BatchNorm(Frozen = true)][BatchNorm]")]
    [InlineData("Network(Training = false)", "[Conv2D(8, 3, Frozen = true)][BatchNorm]")]
    public Task Only_right_behind_frozen_weights(string network, string layers) => Verify.OnlyAsync("LW5012", $$"""
        [{{network}}]
        [ImageInput(9, 9, 3)]
        {{layers}}
        [ReLU]
        [Flatten]
        [Dense(2)]
        public partial class Net;

        [Block]
        [Conv2D(8, 3, Frozen = true)]
        class Frozen;

        [Block]
        [BatchNorm]
        class Norm;

        [Block]
        [Conv2D(8, 3, Frozen = true)]
        [{|LW5012:BatchNorm|}]
        class Both;
        """);

    [Fact]
    public Task The_fix_freezes_all_of_a_document() => VerifyFix.AllInDocumentAsync(
        new LiveStatisticsAboveFrozenFix(),
        "LW5012",
        """
        using Norm = Layerwright.BatchNormAttribute;

        [Network, Input(4), Dense(8, Frozen = true), BatchNorm, ReLU]
        [Dense(8, Frozen = true)]
        [Norm(Frozen = false, Momentum = 0.2)] // two
        [ReLU]
        [Dense(8, Frozen = true)] [BatchNormAttribute()] [ReLU]
        [Dense(2)]
        public partial class Net;
        """,
        """
        using Norm = Layerwright.BatchNormAttribute;

        [Network, Input(4), Dense(8, Frozen = true), BatchNorm(Frozen = true), ReLU]
        [Dense(8, Frozen = true)]
        [Norm(Frozen = true, Momentum = 0.2)] // two
        [ReLU]
        [Dense(8, Frozen = true)] [BatchNormAttribute(Frozen = true)] [ReLU]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task Alone_it_freezes_one() => VerifyFix.AloneAsync(
        new LiveStatisticsAboveFrozenFix(),
        "Set Frozen = true",
        "[Network]\n[Input(4)]\n[Dense(8, Frozen = true)]\n[BatchNorm(Epsilon = 1e-3)] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(8, Frozen = true)]\n[BatchNorm(Epsilon = 1e-3, Frozen = true)] // one\n[ReLU]\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task Where_nothing_would_be_left_to_train_nothing_is_offered() => VerifyFix.OffersNothingAsync(
        new LiveStatisticsAboveFrozenFix(),
        "[Network]\n[Input(4)]\n[Dense(8, Frozen = true)]\n[BatchNorm]\n[ReLU]\n[Dense(2, Frozen = true)]\npublic partial class Net;");

    [Fact]
    public Task A_block_is_not_changed_from_its_user() => VerifyFix.OffersNothingAsync(
        new LiveStatisticsAboveFrozenFix(),
        "[Network]\n[Input(4)]\n[Dense(4, Frozen = true)]\n[Use<Norm>]\n[ReLU]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[BatchNorm]\nclass Norm;");
}
