using Layerwright.Analyzers.Tests.Harness;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class PixelsDroppedTests
{
    [Fact]
    public async Task Strides_that_stop_short_of_the_end_are_marked_with_what_is_lost()
    {
        var run = await Verify.OnlyAsync("LW1004", Network("[{|LW1004:Conv2D(8, 3, Stride = 2)|}]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "Conv1 never reads the last row and column of its 28×28 input: its window of 3×3 in steps of 2 ends before; set Padding = Padding.Same",
            diagnostic.GetMessage());
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Theory]
    [InlineData("[{|LW1004:Conv2D(8, 5, Stride = 4)|}]", "last 3 rows and columns of its 28×28")]
    [InlineData("[{|LW1004:Conv2D(8, 3, 5, StrideHeight = 2, StrideWidth = 4)|}]", "last 1 row and 3 columns of its 28×28")]
    [InlineData("[{|LW1004:Conv2D(8, 1, 3, Stride = 2)|}]", "last column of its 28×28")]
    [InlineData("[{|LW1004:Conv2D(8, 3, Stride = 3, Dilation = 2)|}]", "last 2 rows and columns of its 28×28")]
    [InlineData("[{|LW1004:DepthwiseConv2D(3, Stride = 2)|}]", "last row and column of its 28×28")]
    [InlineData("[{|LW1004:MaxPool2D(3, Stride = 2)|}]", "last row and column of its 28×28")]
    [InlineData("[{|LW1004:Conv2D(8, 4, Stride = 4, Pad = 1)|}]", "last row and column of its 28×28")]
    public async Task What_is_lost_is_counted_by_axis(string layers, string said)
    {
        var run = await Verify.OnlyAsync("LW1004", Network(layers));
        Assert.Contains(said, Assert.Single(run.Analyzers).GetMessage());
    }

    [Fact]
    public async Task A_dilated_window_is_said_with_its_reach()
    {
        var run = await Verify.OnlyAsync(
            "LW1004", "[Network]\n[SequenceInput(170, 3)]\n[{|LW1004:Conv1D(8, 80, Dilation = 2, Stride = 4)|}]\n[Flatten]\n[Dense(2)]\npublic partial class Net;");
        Assert.Contains(": its window of 80 (159 with its dilation) in steps of 4 ends before; ", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[Conv2D(8, 3)]")]
    [InlineData("[Conv2D(8, 4, Stride = 2)]")]
    [InlineData("[Conv2D(8, 3, Stride = 2, Pad = 1)]")]
    [InlineData("[Conv2D(8, 3, Stride = 2, Padding = Padding.Same)]")]
    [InlineData("[Conv2D(8, 7, Stride = 2, Pad = 3)]")]
    [InlineData("[Conv2D(8, 1, Stride = 2)]")]
    [InlineData("[Conv2D(8, 4, Stride = 4)]")]
    [InlineData("[MaxPool2D(3, Stride = 2, Pad = 1)]")]
    public Task What_reaches_the_end_or_the_padding_before_it_is_silent(string layers) => Verify.OnlyAsync("LW1004", Network(layers));

    [Fact]
    public Task A_division_into_windows_and_gaps_between_them_have_rules_of_their_own() => Verify.OnlyAsync(
        "LW1004", Network("[MaxPool2D(3)]\n[Conv2D(8, 3, Stride = 5)]"));

    [Fact]
    public async Task Along_a_sequence_it_is_steps()
    {
        var run = await Verify.OnlyAsync("LW1004", """
            [Network]
            [SequenceInput(20, 3)]
            [{|LW1004:Conv1D(8, 4, Stride = 3)|}]
            [MaxPool1D(3)]
            [{|LW1004:Conv1D(8, 2, Stride = 2, Causal = true)|}]
            [GlobalAveragePool1D]
            [Dense(2)]
            public partial class Net;
            """);
        Assert.Equal(
            ["Conv1D1 never reads the last step of its 20 input: its window of 4 in steps of 3 ends before; set Padding = Padding.Same"],
            run.Analyzers.Select(found => found.GetMessage()).Take(1));
    }

    [Fact]
    public async Task A_blocks_layer_is_reported_at_the_use_that_brings_such_a_size()
    {
        var run = await Verify.OnlyAsync("LW1004", """
            [Network]
            [ImageInput(29, 29, 3)]
            [Use<Half>]
            [{|LW1004:Use<Half>|}]
            [GlobalAveragePool2D]
            [Dense(2)]
            public partial class Net;

            [Block]
            [Conv2D(8, 3, Stride = 2)]
            class Half;
            """);
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.StartsWith("Half.Conv1 never reads the last row and column of its 14×14 input", diagnostic.GetMessage());
        Assert.Single(diagnostic.AdditionalLocations);
    }

    private static string Network(string layers) =>
        $"[Network]\n[ImageInput(28, 28, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
