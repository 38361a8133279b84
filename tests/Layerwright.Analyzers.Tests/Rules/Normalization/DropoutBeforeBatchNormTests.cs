using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class DropoutBeforeBatchNormTests
{
    [Fact]
    public async Task Right_before_a_batch_normalisation_it_is_marked_with_the_variances_factor()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(784)]
            [Dense(256)]
            [{|LW4004:Dropout(0.2)|}]
            [BatchNorm]
            [ReLU]
            [Dense(128)]
            [BatchNorm]
            [ReLU]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal(
            "Dropout1 right before BatchNorm1 makes the variance there in training up to 1.25 times what it is in prediction; move it behind ReLU2",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[{|LW4004:SpatialDropout2D(0.1)|}][BatchNorm]")]
    [InlineData("[{|LW4004:Dropout(0.1)|}][MaxPool2D(2)][BatchNorm]")]
    [InlineData("[{|LW4004:Dropout(0.1)|}][Flatten][BatchNorm]")]
    [InlineData("[{|LW4004:Dropout(0.1)|}][GlobalAveragePool2D][BatchNorm]")]
    [InlineData("[{|LW4004:Dropout(0.1)|}][Residual<Pre>]")]
    public async Task Only_flatten_or_pooling_between_is_right_before(string layers)
    {
        var run = await Verify.OnlyAsync("LW4004", Over(layers));
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(run.Analyzers).Severity);
    }

    [Theory]
    [InlineData("[Dropout(0.4)][Conv2D(8, 3)][BatchNorm]")]
    [InlineData("[Dropout(0.4)][ReLU][BatchNorm]")]
    [InlineData("[Dropout(0)][BatchNorm]")]
    [InlineData("[Dropout(0.5)][BatchNorm(Frozen = true)]")]
    [InlineData("[Dropout(0.1)][LayerNorm]")]
    [InlineData("[BatchNorm][ReLU][Dropout(0.5)]")]
    [InlineData("[Residual<Dropping>][BatchNorm]")]
    public Task Behind_it_or_far_ahead_or_without_statistics_it_is_silent(string layers) => Verify.OnlyAsync("LW4004", Over(layers));

    [Fact]
    public async Task A_strong_one_is_mentioned_further_ahead_too()
    {
        const string Net = """
            [Network]
            [Input(784)]
            [Dense(256)]
            [BatchNorm]
            [ReLU]
            [{|LW4004:Dropout(0.5)|}]
            [Dense(128)]
            [BatchNorm]
            [ReLU]
            [Dropout(0.5)]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """;
        var diagnostic = Assert.Single((await Verify.OnlyAsync("LW4004", Net)).Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.StartsWith("Dropout1 ahead of BatchNorm2 makes the variance there in training up to 2 times", diagnostic.GetMessage());
        await Verify.OnlyWithOptionsAsync("LW4004", "layerwright.LW4004.strong_rate = 0.6", Net.Replace("{|LW4004:Dropout(0.5)|}", "Dropout(0.5)", StringComparison.Ordinal));
        await Verify.OnlyWithOptionsAsync("LW4004", "layerwright.LW4004.strong_rate = 0.3", Net.Replace("0.5", "0.3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inside_a_block_it_is_the_blocks_and_at_its_end_each_uses()
    {
        var run = await Verify.OnlyAsync("LW4004", """
            [Network]
            [Input(4)]
            [{|LW4004:Repeat<Ends>(2)|}]
            [Use<Inner>]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;

            [Block]
            [BatchNorm]
            [ReLU]
            [Dense(16)]
            [Dropout(0.1)]
            class Ends;

            [Block]
            [Dense(16)]
            [{|LW4004:Dropout(0.1)|}]
            [BatchNorm]
            [ReLU]
            class Inner;
            """);
        Assert.All(run.Analyzers, diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
    }

    [Fact]
    public Task Behind_a_layer_with_comments_on_its_line_it_gets_a_line_of_its_own() => VerifyFix.AloneAsync(
        new DropoutBeforeBatchNormFix(),
        "Move behind the nonlinearity that follows the last BatchNorm",
        "[Network]\n[Input(64)]\n[Dense(64)]\n// dropout of the first\n/* a */ [Dropout(0.2)] /* fifth */\n[BatchNorm]\n  /* act */ [ReLU] /* bends */\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;",
        "[Network]\n[Input(64)]\n[Dense(64)]\n[BatchNorm]\n  /* act */ [ReLU] /* bends */\n  // dropout of the first\n  /* a */ [Dropout(0.2)] /* fifth */\n[Dense(10)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public Task The_fix_moves_it_behind_the_last_batch_normalisations_nonlinearity() => VerifyFix.AloneAsync(
        new DropoutBeforeBatchNormFix(),
        "Move behind the nonlinearity that follows the last BatchNorm",
        """
        [Network]
        [Input(784)]
        [Dense(256)]
        // drops
        [Dropout(0.2)] // some
        [BatchNorm]
        [ReLU]
        [Dense(128), BatchNorm, ReLU]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        [Network]
        [Input(784)]
        [Dense(256)]
        [BatchNorm]
        [ReLU]
        [Dense(128), BatchNorm, ReLU, /* drops */ /* some */ Dropout(0.2)]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Theory]
    [InlineData("[Dense(2)]\n[Dropout(0.2)]\n[BatchNorm]\n[Sigmoid]")]
    [InlineData("[Dense(64)]\n[Dropout(0.2)]\n[BatchNorm]\n[SELU]\n[Dense(2)]")]
    [InlineData("[Dense(64)]\n[Dropout(0.2)]\n[BatchNorm]\n[ReLU]\n[Dense(4)]\n[BatchNorm]\n[ReLU]\n[Dense(2)]")]
    [InlineData("[Dense(64)]\n[Dropout(0.2)]\n[Residual<Post>]\n[Dense(2)]")]
    public Task Where_no_place_suits_it_goes(string layers)
    {
        const string Rest = "\npublic partial class Net;\n\n[Block]\n[BatchNorm]\n[ReLU]\n[Dense(64)]\nclass Post;";
        string before = $"[Network]\n[Input(8)]\n{layers}{Rest}";
        return VerifyFix.AloneAsync(new DropoutBeforeBatchNormFix(), "Remove", before, before.Replace("[Dropout(0.2)]\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public Task All_of_a_document_are_mended_each_in_its_way() => VerifyFix.AllInDocumentAsync(
        new DropoutBeforeBatchNormFix(),
        "LW4004",
        """
        [Network, Input(64), Dense(64), DropoutAttribute(rate: 0.1), BatchNorm, ReLU, Dense(2)]
        public partial class One;

        [Network]
        [Input(64)]
        [Dense(64)] [Dropout(0.1, Name = "Drop")] [BatchNorm]
        [Dense(2)]
        public partial class Two;
        """,
        """
        [Network, Input(64), Dense(64), BatchNorm, ReLU, DropoutAttribute(rate: 0.1), Dense(2)]
        public partial class One;

        [Network]
        [Input(64)]
        [Dense(64)] [BatchNorm]
        [Dense(2)]
        public partial class Two;
        """);

    [Theory]
    [InlineData("[Use<Ends>][BatchNorm][ReLU]")]
    [InlineData("[Dense(8, UseBias = true)][Dropout(0.1)][BatchNorm][ReLU]")]
    [InlineData("[Dense(8, Frozen = true)][Dropout(0.1)][BatchNorm][ReLU]")]
    public Task Where_taking_it_away_would_make_another_fault_nothing_is_offered(string layers) => VerifyFix.OffersNothingAsync(
        new DropoutBeforeBatchNormFix(),
        $"[Network]\n[Input(8)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dense(8)]\n[Dropout(0.1)]\nclass Ends;");

    private static string Over(string layers) => $$"""
        [Network]
        [ImageInput(12, 12, 8)]
        [Conv2D(8, 3)]
        {{layers}}
        [Flatten]
        [Dense(2)]
        [SoftmaxCrossEntropy]
        public partial class Net;

        [Block]
        [BatchNorm]
        [ReLU]
        [Conv2D(8, 3, Padding = Padding.Same)]
        class Pre;

        [Block]
        [Conv2D(8, 3, Padding = Padding.Same)]
        [Dropout(0.1)]
        class Dropping;
        """;
}
