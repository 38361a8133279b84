using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class DropoutBeforePoolTests
{
    [Fact]
    public async Task Right_before_a_pooling_it_is_a_hint_with_the_positions()
    {
        var run = await Verify.OnlyAsync("LW4006", """
            [Network]
            [ImageInput(28, 28, 1)]
            [Conv2D(8, 3, Padding = Padding.Same)]
            [BatchNorm]
            [ReLU]
            [{|LW4006:Dropout(0.2)|}]
            [MaxPool2D(2)]
            [Flatten]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal("Dropout1 stands before MaxPool2D1, which makes 14×14 of 28×28 positions and takes most of it back; put it behind MaxPool2D1", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4006:AlphaDropout(0.1)|}][AveragePool2D(3)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4006:Dropout(0.1)|}][GlobalAveragePool2D]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4006:Dropout(0.1)|}][GlobalMaxPool2D]")]
    [InlineData("[SequenceInput(12, 3)]", "[{|LW4006:Dropout(0.1)|}][MaxPool1D(2)][Flatten]")]
    [InlineData("[SequenceInput(12, 3)]", "[{|LW4006:Dropout(0.1)|}][GlobalAveragePool1D]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4006:Dropout(0.1)|}][Use<Pools>][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[MaxPool2D(2)][Dropout(0.1)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Dropout(0.1)][ReLU][MaxPool2D(2)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[SpatialDropout2D(0.1)][MaxPool2D(2)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[Dropout(0)][MaxPool2D(2)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4006:Dropout(0.1)|}][{|LW4006:Dropout(0.2)|}][MaxPool2D(2)][Flatten]")]
    [InlineData("[ImageInput(12, 12, 3)]", "[{|LW4006:Dropout(0.1)|}][SpatialDropout2D(0.1)][MaxPool2D(2)][Flatten]")]
    public Task Over_windows_and_over_all_positions(string input, string layers) => Verify.OnlyAsync(
        "LW4006", $"[Network]\n{input}\n{layers}\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class Net;\n\n[Block]\n[MaxPool2D(2)]\nclass Pools;");

    [Fact]
    public Task Between_the_last_weights_and_the_loss_it_is_another_rules() => Verify.OnlyAsync(
        "LW4006", "[Network]\n[ImageInput(12, 12, 3)]\n[Conv2D(10, 3)]\n[Dropout(0.1)]\n[GlobalAveragePool2D]\n[SoftmaxCrossEntropy]\npublic partial class Net;");

    [Fact]
    public async Task A_block_is_judged_alone()
    {
        var run = await Verify.OnlyAsync("LW4006", """
            [Network]
            [ImageInput(12, 12, 3)]
            [Use<Inner>]
            [Use<Inner>]
            [Flatten]
            [Dense(2)]
            public partial class Net;

            [Block]
            [{|LW4006:Dropout(0.1)|}]
            [MaxPool2D(2)]
            class Inner;
            """);
        Assert.Contains("which takes most of it back", Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public Task The_fix_puts_it_behind_all_poolings_that_follow() => VerifyFix.AloneAsync(
        new DropoutBeforePoolFix(),
        "Swap",
        """
        [Network]
        [ImageInput(28, 28, 1)]
        [Conv2D(16, 3)]
        [BatchNorm]
        [ReLU]
        // drops
        [Dropout(0.2)] // some
        [MaxPool2D(2)] // halves
        [GlobalAveragePool2D]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        [Network]
        [ImageInput(28, 28, 1)]
        [Conv2D(16, 3)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)] // halves
        [GlobalAveragePool2D]
        // drops
        [Dropout(0.2)] // some
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);

    [Fact]
    public Task All_of_a_document_are_moved_in_lists_and_lines() => VerifyFix.AllInDocumentAsync(
        new DropoutBeforePoolFix(),
        "LW4006",
        """
        [Network, ImageInput(28, 28, 1), Conv2D(16, 3), DropoutAttribute(rate: 0.2), MaxPool2D(2)]
        [Conv2D(16, 3)] [Dropout(0.2, Name = "Drop")] [MaxPool2D(2)] [Flatten]
        [Dense(10)]
        public partial class One;
        """,
        """
        [Network, ImageInput(28, 28, 1), Conv2D(16, 3), MaxPool2D(2), DropoutAttribute(rate: 0.2)]
        [Conv2D(16, 3)] [MaxPool2D(2)] [Dropout(0.2, Name = "Drop")] [Flatten]
        [Dense(10)]
        public partial class One;
        """);

    [Fact]
    public Task Before_a_blocks_pooling_nothing_is_offered() => VerifyFix.OffersNothingAsync(
        new DropoutBeforePoolFix(),
        "[Network]\n[ImageInput(28, 28, 1)]\n[Dropout(0.1)]\n[Use<Pools>]\n[Flatten]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[MaxPool2D(2)]\nclass Pools;");

    [Fact]
    public Task The_fix_takes_one_of_two_past_the_other_and_all_poolings() => VerifyFix.AloneAsync(
        new DropoutBeforePoolFix(),
        "Swap",
        """
        [Network]
        [ImageInput(28, 28, 1)]
        [Conv2D(16, 3)]
        [BatchNorm]
        [ReLU]
        [Dropout(0.2)]
        [MaxPool2D(2)]
        [SpatialDropout2D(0.1)]
        [MaxPool2D(2)]
        [Flatten]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """,
        """
        [Network]
        [ImageInput(28, 28, 1)]
        [Conv2D(16, 3)]
        [BatchNorm]
        [ReLU]
        [MaxPool2D(2)]
        [SpatialDropout2D(0.1)]
        [MaxPool2D(2)]
        [Dropout(0.2)]
        [Flatten]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        public partial class Net;
        """);
}
