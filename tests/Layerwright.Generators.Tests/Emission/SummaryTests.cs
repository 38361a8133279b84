using System.Globalization;
using System.Text.RegularExpressions;
using Layerwright.Testing.Compiling;

namespace Layerwright.Generators.Tests.Emission;

/// <summary>What a network says of itself at run time is what the compiler planned.</summary>
public class SummaryTests
{
    private const string LeNet =
        """
        [ImageInput(28, 28, 1)]
        [Conv2D(6, 5, Padding = Padding.Same)]
        [ReLU]
        [MaxPool2D(2)]
        [Conv2D(16, 5)]
        [ReLU]
        [MaxPool2D(2)]
        [Flatten]
        [Dense(10)]
        [SoftmaxCrossEntropy]
        """;

    private const string UNet =
        """
        [ImageInput(8, 12, 3)]
        [Conv2D(8, 3, Padding = Padding.Same)]
        [ReLU]
        [Concat<Identity, Net.Deep>]
        [Conv2D(2, 1)]
        [SoftmaxCrossEntropy]
        """;

    private const string Deep =
        """
        {
            [Block]
            [MaxPool2D(2)]
            [Conv2D(16, 3, Padding = Padding.Same)]
            [ReLU]
            [Upsample2D(2)]
            internal sealed class Deep;
        }
        """;

    [Theory]
    [InlineData("[Input(12)]\n[Dense(9)]\n[ReLU]\n[Dense(4)]\n[SoftmaxCrossEntropy]", ";")]
    [InlineData(LeNet, ";")]
    [InlineData(UNet, Deep)]
    public void Memory_is_what_the_header_says(string layers, string body)
    {
        var run = GeneratorRun.Of($"[Network]\n{layers}\npublic partial class Net{body}").EnsureClean();
        var planned = Regex.Match(run.Source, @"training ([\d,]+) floats a row \(without sharing ([\d,]+)\); prediction ([\d,]+) floats a row \(without sharing ([\d,]+)\)");

        var summary = SummaryOf(run);

        Assert.Equal(
            planned.Groups.Values.Skip(1).Select(number => int.Parse(number.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)),
            [summary.TrainingFloatsPerRow, summary.TrainingFloatsUnshared, summary.PredictionFloatsPerRow, summary.PredictionFloatsUnshared]);
    }

    [Fact]
    public void Networks_that_differ_in_minimal_filtering_differ_in_their_summaries()
    {
        const string Layers = "[ImageInput(14, 14, 32)]\n[Conv2D(32, 3, Padding = Padding.Same)]\n[ReLU]\n[Conv2D(32, 3, Padding = Padding.Same)]\n[MeanSquaredError]\npublic partial class Net;";

        var filtered = SummaryOf(GeneratorRun.Of($"[Network]\n{Layers}").EnsureClean());
        var direct = SummaryOf(GeneratorRun.Of($"[Network(Winograd = false)]\n{Layers}").EnsureClean());

        Assert.Equal(["2 convolutions by Winograd's minimal filtering F(4×4, 3×3)"], filtered.Fusions.Except(direct.Fusions));
        Assert.Empty(direct.Fusions.Except(filtered.Fusions));
    }

    private static NetworkSummary SummaryOf(GeneratorRun run) =>
        (NetworkSummary)LoadedAssembly.Of(run).Type("Net").GetProperty("Summary")!.GetValue(null)!;
}
