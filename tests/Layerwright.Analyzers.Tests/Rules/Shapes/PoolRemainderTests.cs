using Layerwright.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Tests.Rules.Shapes;

public class PoolRemainderTests
{
    [Fact]
    public async Task A_pooling_that_does_not_divide_its_input_names_sizes_that_it_would()
    {
        var run = await Verify.OnlyAsync("LW1006", Network(7, "[{|LW1006:MaxPool2D(2)|}]"));
        var diagnostic = Assert.Single(run.Analyzers);
        Assert.Equal(
            "MaxPool2D1 never reads the last row and column of its 7×7 input, which its 2×2 window does not divide; let 6×6 or 8×8 come to it if they matter",
            diagnostic.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Fact]
    public async Task One_axis_is_enough()
    {
        var run = await Verify.OnlyAsync("LW1006", Network(9, "[{|LW1006:AveragePool2D(3, 5)|}]"));
        Assert.Contains("never reads the last 4 columns of its 9×9 input", Assert.Single(run.Analyzers).GetMessage());
    }

    [Theory]
    [InlineData("[MaxPool2D(2)]")]
    [InlineData("[MaxPool2D(3, Pad = 1)]")]
    [InlineData("[MaxPool2D(3, Stride = 2)]")]
    [InlineData("[Conv2D(4, 3, Stride = 3)]")]
    [InlineData("[MaxPool2D(1)]")]
    public Task What_divides_is_padded_enough_or_is_no_division_is_silent(string layers) => Verify.OnlyAsync("LW1006", Network(10, layers));

    [Fact]
    public Task A_sequence_has_steps_and_a_block_its_users() => Verify.OnlyAsync("LW1006", """
        [Network]
        [SequenceInput(9, 3)]
        [{|LW1006:Use<Half>|}]
        [Use<Half>]
        [GlobalAveragePool1D]
        [Dense(2)]
        public partial class Net;

        [Block]
        [AveragePool1D(2)]
        class Half;
        """);

    private static string Network(int size, string layers) =>
        $"[Network]\n[ImageInput({size}, {size}, 3)]\n{layers}\n[GlobalAveragePool2D]\n[Dense(2)]\npublic partial class Net;";
}
