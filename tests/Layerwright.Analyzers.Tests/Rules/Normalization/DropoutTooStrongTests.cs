using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class DropoutTooStrongTests
{
    [Fact]
    public async Task A_rate_above_a_half_is_marked_with_what_it_leaves()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(784)]
            [Dense(250)]
            [BatchNorm]
            [ReLU]
            [Dropout({|LW4007:0.7|})]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal("Dropout1 drops 0.7 of its input and leaves 75 of 250 features on average; use at most 0.5", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[Dense(8)][Dropout(0.5)]")]
    [InlineData("[Dense(5)][Dropout(0.2)]")]
    [InlineData("[Dense(7)][{|LW4007:Dropout(0.5)|}]")]
    [InlineData("[Dense(4)][{|LW4007:AlphaDropout(0.05)|}]")]
    [InlineData("[Dense(3)][Dropout(0)]")]
    [InlineData("[Dense(7)][{|LW4007:Dropout(0.6)|}]")]
    [InlineData("[Dense(8)][Dropout({|LW4007:rate: 0.6|}, Name = \"Drop\")]")]
    public Task Fewer_than_four_features_are_too_few(string layers) =>
        Verify.OnlyAsync("LW4007", $"[Network]\n[Input(4)]\n{layers}\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Theory]
    [InlineData("[Dense(2)][{|LW4005:Dropout(0.5)|}]")]
    [InlineData("[Dense(20)][{|LW4005:Dropout(0.9)|}]")]
    [InlineData("[Dense(6)][BatchNorm][ReLU][{|LW4007:Dropout(0.5)|}][Dense(2)][{|LW4005:Dropout(0.5)|}]")]
    public Task On_the_outputs_any_dropout_is_to_go_and_that_is_said_once(string layers) =>
        Verify.DiagnosticsAsync($"[Network]\n[Input(4)]\n{layers}\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public async Task On_images_the_channels_count_and_on_sequences_the_features()
    {
        var image = await Verify.OnlyAsync(
            "LW4007", "[Network]\n[ImageInput(9, 9, 6)]\n[{|LW4007:SpatialDropout2D(0.4)|}]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");
        Assert.Equal("SpatialDropout2D1 drops 0.4 of its input and leaves 3.6 of 6 channels on average; remove it", Assert.Single(image.Analyzers).GetMessage());
        await Verify.OnlyAsync("LW4007", "[Network]\n[SequenceInput(100, 6)]\n[{|LW4007:Dropout(0.4)|}]\n[GlobalAveragePool1D]\n[Dense(2)]\npublic partial class Net;");
    }

    [Fact]
    public async Task A_blocks_rate_is_judged_alone_and_its_width_at_each_use()
    {
        var run = await Verify.OnlyAsync("LW4007", """
            [Network]
            [Input(6)]
            [{|LW4007:Use<Weak>|}]
            [Use<Strong>]
            [Dense(64)]
            [Use<Weak>]
            [Use<Strong>]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Dropout(0.5)]
            class Weak;

            [Block]
            [Dropout({|LW4007:0.9|})]
            class Strong;
            """);
        Assert.Equal(
            ["Dropout1 drops 0.9 of its input; use at most 0.5", "Weak.Dropout1 drops 0.5 of its input and leaves 3 of 6 features on average; remove it"],
            run.Analyzers.Select(diagnostic => diagnostic.GetMessage()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Both_bounds_are_options()
    {
        const string Net = "[Network]\n[Input(4)]\n[Dense(5)]\n[Dropout(0.3)]\n[Dense(8)]\n[Dropout({0})]\n[Dense(2)]\npublic partial class Net;";
        await Verify.OnlyWithOptionsAsync("LW4007", "layerwright.LW4007.minimum_width = 3", Net.Replace("{0}", "{|LW4007:0.6|}", StringComparison.Ordinal));
        await Verify.OnlyWithOptionsAsync("LW4007", "layerwright.LW4007.minimum_width = 3\nlayerwright.LW4007.maximum_rate = 0.6", Net.Replace("{0}", "0.6", StringComparison.Ordinal));
        await Verify.OnlyWithOptionsAsync("LW4007", "layerwright.LW4007.minimum_width = 2\nlayerwright.LW4007.maximum_rate = 0.3", Net.Replace("{0}", "{|LW4007:0.31|}", StringComparison.Ordinal));
    }

    [Fact]
    public Task The_fix_writes_a_half_where_that_leaves_enough() => VerifyFix.AloneAsync(
        new DropoutTooStrongFix(),
        "Use 0.5",
        "[Network]\n[Input(4)]\n[Dense(64)]\n[Dropout(rate: /* much */ 0.75, Name = \"Drop\")] // one\n[Dense(2)]\npublic partial class Net;",
        "[Network]\n[Input(4)]\n[Dense(64)]\n[Dropout(rate: /* much */ 0.5, Name = \"Drop\")] // one\n[Dense(2)]\npublic partial class Net;");

    [Fact]
    public Task All_of_a_document_are_weakened_or_taken_away() => VerifyFix.AllInDocumentAsync(
        new DropoutTooStrongFix(),
        "LW4007",
        """
        [Network, Input(64), DropoutAttribute(0.9), Dense(6), Dropout(0.9), Dense(6)]
        // none is left
        [Dropout(0.4)]
        // the head
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dropout(0.6f)] [Dense(8)]
        class Inner;
        """,
        """
        [Network, Input(64), DropoutAttribute(0.5), Dense(6), Dense(6)]
        // none is left
        // the head
        [Dense(2)]
        public partial class Net;

        [Block]
        [Dropout(0.5)] [Dense(8)]
        class Inner;
        """);

    [Theory]
    [InlineData("[Dense(6)][ReLU][Dropout(0.5)][ReLU]")]
    [InlineData("[Dense(6)][Use<Drops>]")]
    [InlineData("[Use<Ends>]")]
    public Task What_cannot_be_taken_away_is_left(string layers) => VerifyFix.OffersNothingAsync(
        new DropoutTooStrongFix(), $"[Network]\n[Input(4)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dropout(0.5)]\nclass Drops;\n\n[Block]\n[Dense(6)]\n[ReLU]\n[Dropout(0.5)]\nclass Ends;");
}
