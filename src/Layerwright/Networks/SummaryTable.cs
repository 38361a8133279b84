using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>Writes a summary as an aligned table.</summary>
internal static class SummaryTable
{
    private const string Gap = "  ";

    private static readonly string[] s_heads = ["Layer", "Kind", "Output", "Parameters", "FLOPs", "Runs in"];

    public static string Write(NetworkSummary summary)
    {
        List<string[]> rows = [s_heads];
        foreach (SummaryLayer layer in summary.Layers)
        {
            string host = layer.FusedWith ?? string.Empty;
            rows.Add([layer.Name, layer.Kind, layer.OutputShape, Number(layer.Parameters), Number(layer.Flops), host]);
        }

        rows.Add(["Total", string.Empty, string.Empty, Number(summary.Parameters), Number(summary.Flops), string.Empty]);

        int[] widths = [.. Enumerable.Range(0, s_heads.Length).Select(column => rows.Max(row => row[column].Length))];
        string rule = new('─', widths.Sum() + (Gap.Length * (widths.Length - 1)));
        var text = new StringBuilder();
        text.Append(summary.Name).Append(": ").Append(summary.Layers[0].OutputShape).Append(" → ").Append(summary.Layers[^1].OutputShape).Append('\n');
        AppendRow(text, rows[0], widths);
        text.Append(rule).Append('\n');
        foreach (string[] row in rows[1..^1])
        {
            AppendRow(text, row, widths);
        }

        text.Append(rule).Append('\n');
        AppendRow(text, rows[^1], widths);
        AppendMemory(text, "Prediction", summary.PredictionFloatsPerRow, summary.PredictionFloatsUnshared);
        AppendMemory(text, "Training", summary.TrainingFloatsPerRow, summary.TrainingFloatsUnshared);
        foreach (string fusion in summary.Fusions)
        {
            text.Append("Fused: ").Append(fusion).Append('\n');
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] row, int[] widths)
    {
        var line = new StringBuilder();
        for (int column = 0; column < row.Length; column++)
        {
            bool isNumber = column is 3 or 4;
            line.Append(column == 0 ? string.Empty : Gap)
                .Append(isNumber ? row[column].PadLeft(widths[column]) : row[column].PadRight(widths[column]));
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static void AppendMemory(StringBuilder text, string what, long floats, long unshared)
    {
        if (floats > 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{what}: {Number(floats)} floats a row ({Number(floats * sizeof(float))} bytes); "
                + $"sharing memory saved {Number(unshared - floats)}.\n");
        }
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
