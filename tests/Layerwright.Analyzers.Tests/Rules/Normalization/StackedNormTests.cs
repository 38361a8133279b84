using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class StackedNormTests
{
    [Fact]
    public async Task The_second_of_two_in_a_row_is_marked()
    {
        var diagnostic = await Verify.SingleAsync("""
            [Network]
            [Input(4)]
            [Dense(8)]
            [BatchNorm]
            [{|LW4015:LayerNorm|}]
            [ReLU]
            [Dense(2)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        Assert.Equal("LayerNorm1 normalises what BatchNorm1 has normalised; keep one", diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[BatchNorm][{|LW4015:BatchNorm|}]")]
    [InlineData("[GroupNorm(2)][{|LW4015:RMSNorm|}][{|LW4015:BatchNorm|}]")]
    [InlineData("[LayerNorm][Dropout(0.1)][{|LW4015:LayerNorm|}]")]
    [InlineData("[BatchNorm][{|LW4015:Use<Norm>|}]")]
    [InlineData("[{|LW4015:Repeat<Norm>(3)|}]")]
    [InlineData("[BatchNorm][ReLU][BatchNorm]")]
    [InlineData("[BatchNorm][Dense(8)][BatchNorm]")]
    [InlineData("[BatchNorm][Residual<Pre>]")]
    [InlineData("[Residual<Post>][LayerNorm]")]
    [InlineData("[BatchNorm]")]
    public Task In_a_row_is_what_goes_nowhere_else(string layers) => Verify.OnlyAsync("LW4015", $$"""
        [Network]
        [Input(8)]
        {{layers}}
        [Dense(2)]
        public partial class Net;

        [Block]
        [RMSNorm]
        class Norm;

        [Block]
        [BatchNorm]
        [ReLU]
        [Dense(8)]
        class Pre;

        [Block]
        [Dense(8)]
        [BatchNorm]
        class Post;
        """);

    [Fact]
    public Task A_block_is_judged_alone() => Verify.OnlyAsync(
        "LW4015", "[Network]\n[Input(4)]\n[Use<Inner>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[BatchNorm]\n[{|LW4015:BatchNorm|}]\nclass Inner;");

    [Fact]
    public Task The_fix_takes_the_second_away_and_keeps_the_comments() => VerifyFix.AloneAsync(
        new StackedNormFix(),
        "Remove one",
        """
        [Network]
        [Input(4)]
        [Dense(8)]
        // kept
        [BatchNorm] // first
        // taken away
        [LayerNorm(Epsilon = 1e-6)] // second
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network]
        [Input(4)]
        [Dense(8)]
        // kept
        [BatchNorm] // first
        // taken away
        // second
        [ReLU]
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task All_of_a_document_are_taken_away() => VerifyFix.AllInDocumentAsync(
        new StackedNormFix(),
        "LW4015",
        """
        [Network, Input(4), Dense(8), BatchNorm, BatchNormAttribute(Frozen = true), ReLU]
        [Dense(8)] [LayerNorm] [RMSNorm] [ReLU]
        [Dense(2)]
        public partial class Net;

        [Block]
        [GroupNorm(2)]
        [BatchNorm]
        class Inner;
        """,
        """
        [Network, Input(4), Dense(8), BatchNorm, ReLU]
        [Dense(8)] [LayerNorm] [ReLU]
        [Dense(2)]
        public partial class Net;

        [Block]
        [GroupNorm(2)]
        class Inner;
        """);

    [Fact]
    public Task A_block_is_not_changed_from_its_user() => VerifyFix.OffersNothingAsync(
        new StackedNormFix(), "[Network]\n[Input(4)]\n[BatchNorm]\n[Use<Norm>]\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[RMSNorm]\nclass Norm;");
}
