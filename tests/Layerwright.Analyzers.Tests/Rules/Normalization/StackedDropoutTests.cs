using Layerwright.Analyzers.Tests.Harness;
using Layerwright.CodeFixes.Fixes.Normalization;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Normalization;

public class StackedDropoutTests
{
    [Fact]
    public async Task Two_in_a_row_are_a_hint_at_the_second_with_the_rate_of_both()
    {
        var run = await Verify.OnlyAsync("LW4008", """
            [Network]
            [Input(784)]
            [Dense(256)]
            [BatchNorm]
            [ReLU]
            [Dropout(0.1)]
            [{|LW4008:Dropout(0.2)|}]
            [Dense(10)]
            [SoftmaxCrossEntropy]
            public partial class Net;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
        Assert.Equal("Dropout2 follows Dropout1: together they drop 0.28 of what enters; keep one of 0.28", diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_longer_row_is_one_and_drops_at_most_a_half()
    {
        var run = await Verify.OnlyAsync(
            "LW4008", "[Network]\n[Input(64)]\n[Dropout(0.5)]\n[{|LW4008:Dropout(0.5)|}]\n[Dropout(0.5)]\n[Dense(2)]\npublic partial class Net;");
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal("Dropout2 follows Dropout1: together they drop 0.875 of what enters; keep one of 0.5", diagnostic.GetMessage());
        Assert.Equal(2, diagnostic.AdditionalLocations.Count);
    }

    [Theory]
    [InlineData("[Dropout(0.1)][{|LW4008:AlphaDropout(0.1)|}]")]
    [InlineData("[Use<Drops>][{|LW4008:Dropout(0.1)|}]")]
    [InlineData("[{|LW4008:Repeat<Drops>(2)|}]")]
    [InlineData("[Dropout(0.1)][ReLU][Dropout(0.1)]")]
    [InlineData("[Dropout(0)][Dropout(0.1)]")]
    [InlineData("[Dropout(0.1)][Residual<Drops>]")]
    public Task A_row_is_what_nothing_parts(string layers) => Verify.OnlyAsync(
        "LW4008", $"[Network]\n[Input(64)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dropout(0.1)]\nclass Drops;");

    [Fact]
    public Task The_fix_merges_them_into_the_first() => VerifyFix.AloneAsync(
        new StackedDropoutFix(),
        "Merge",
        """
        [Network]
        [Input(64)]
        [Dense(64)]
        // one
        [Dropout(0.1, Name = "Drop")] // first
        // two
        [Dropout(0.2)]
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network]
        [Input(64)]
        [Dense(64)]
        // one
        [Dropout(0.28, Name = "Drop")] // first
        // two
        [Dense(2)]
        public partial class Net;
        """);

    [Fact]
    public Task All_of_a_document_are_merged_in_lists_and_lines() => VerifyFix.AllInDocumentAsync(
        new StackedDropoutFix(),
        "LW4008",
        """
        [Network, Input(64), Dropout(rate: 0.1), Dropout(0.1), DropoutAttribute(0.1)]
        [Dense(64)] [Dropout(0.3)] [Dropout(0.3), Dense(64)]
        [Dropout(0.5)]
        [Dropout(0.5), Dropout(0.5)]
        [Dense(2)]
        public partial class Net;
        """,
        """
        [Network, Input(64), Dropout(rate: 0.271)]
        [Dense(64)] [Dropout(0.5)] [Dense(64)]
        [Dropout(0.5)]
        [Dense(2)]
        public partial class Net;
        """);

    [Theory]
    [InlineData("[Dense(64)][Dropout(0.1)][AlphaDropout(0.1)]")]
    [InlineData("[Dense(5)][Dropout(0.2)][Dropout(0.2)]")]
    [InlineData("[Use<Drops>][Dropout(0.1)]")]
    [InlineData("[Use<Row>]")]
    public Task Of_two_kinds_in_narrow_layers_and_in_blocks_they_are_left(string layers) => VerifyFix.OffersNothingAsync(
        new StackedDropoutFix(), $"[Network]\n[Input(64)]\n{layers}\n[Dense(2)]\npublic partial class Net;\n\n[Block]\n[Dropout(0.1)]\nclass Drops;\n\n[Block]\n[Dropout(0.1)]\n[Dropout(0.1)]\nclass Row;");
}
