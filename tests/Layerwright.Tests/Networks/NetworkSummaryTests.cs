using System.Globalization;

namespace Layerwright.Tests.Networks;

public class NetworkSummaryTests
{
    [Fact]
    public void Totals_are_the_layers_sums_and_the_classs_constants()
    {
        NetworkSummary summary = Classifier.Summary;
        Assert.Equal(Classifier.ParameterCount, summary.Parameters);
        Assert.Equal((19 * 7) + 38 + (33 * 19) + 33 + (5 * 33) + 5, summary.Parameters);
        Assert.Equal(summary.Layers.Sum(layer => layer.Flops), summary.Flops);
        Assert.Equal((7, 5), (summary.InputLength, summary.OutputLength));
        Assert.Equal("SoftmaxCrossEntropy", summary.Layers[^1].Kind);
        Assert.Contains("Residual1.Branch.Dense1", Regression.Summary.Layers.Select(layer => layer.Name));
    }

    [Fact]
    public void Memory_is_counted_a_row_and_shared_memory_is_less()
    {
        NetworkSummary summary = Wide.Summary;
        Assert.InRange(summary.PredictionFloatsPerRow, 10, 130 + 70);
        Assert.True(summary.TrainingFloatsPerRow < summary.TrainingFloatsUnshared);
        Assert.Equal(4L * summary.TrainingFloatsPerRow, summary.TrainingBytesPerRow);
        Assert.NotEmpty(summary.Fusions);
    }

    [Fact]
    public void The_table_is_aligned_and_the_same_in_every_culture()
    {
        string table = Wide.Summary.ToString();
        string[] lines = table.Split('\n');
        int rule = Array.FindIndex(lines, line => line.StartsWith('─'));
        string[] rows = lines[(rule + 1)..Array.FindLastIndex(lines, line => line.StartsWith('─'))];
        Assert.Equal(Wide.Summary.Layers.Count, rows.Length);
        int kind = lines[rule - 1].IndexOf("Kind", StringComparison.Ordinal);
        Assert.All(rows.Zip(Wide.Summary.Layers), pair => Assert.StartsWith(pair.Second.Kind, pair.First[kind..]));
        Assert.Contains("5,200", table);

        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(table, Wide.Summary.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
