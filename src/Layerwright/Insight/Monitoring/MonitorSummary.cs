using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>A record and its findings as text for a console.</summary>
internal static class MonitorSummary
{
    private const int Width = 11;

    public static string Write(TrainingRecord record, IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        WriteEpochs(text, record);
        WriteLayers(text, record);
        text.Append('\n').Append(findings.Count == 0 ? "Nothing was found." : $"Found ({findings.Count.ToString(CultureInfo.InvariantCulture)}):");
        foreach (Finding finding in findings)
        {
            text.Append("\n  ").Append(finding);
        }

        return text.ToString();
    }

    private static void WriteEpochs(StringBuilder text, TrainingRecord record)
    {
        text.Append(CultureInfo.InvariantCulture, $"{record.Summary.Name}: {record.Epochs.Count} of {record.PlannedEpochs} epochs");
        if (record.Epochs is [.., var last])
        {
            text.Append(CultureInfo.InvariantCulture, $", {last.Step} steps, loss {last.MeasuredTrainingLoss:f4} on training rows");
            Add(text, last.TrainingAccuracy, ", accuracy {0:p2}");
            Add(text, last.ValidationLoss, "; loss {0:f4} on validation rows");
            Add(text, last.ValidationAccuracy, ", accuracy {0:p2}");
        }

        text.Append(record.Fault is { } fault ? $"\nended early: {fault}\n" : "\n");
    }

    private static void WriteLayers(StringBuilder text, TrainingRecord record)
    {
        LayerRecord[] layers = [.. record.Layers.Where(layer => layer.Samples.Count > 0)];
        int names = layers.Select(layer => layer.Name.Length).Append("layer".Length).Max();
        text.Append("layer".PadRight(names));
        foreach (string title in (string[])["mean", "deviation", "saturated", "dead", "gradient", "update"])
        {
            text.Append(title.PadLeft(Width));
        }

        foreach (LayerRecord layer in layers)
        {
            LayerSample last = layer.Samples[^1];
            text.Append('\n').Append(layer.Name.PadRight(names));
            Cell(text, last.Mean, "f4");
            Cell(text, last.Deviation, "f4");
            Cell(text, last.Saturated, "p1");
            Cell(text, last.Dead, "p1");
            Cell(text, last.GradientRms, "0.0e+0");
            Cell(text, last.UpdateRatio, "0.0e+0");
        }
    }

    private static void Add(StringBuilder text, double? value, string format)
    {
        if (value is { } number)
        {
            text.Append(string.Format(CultureInfo.InvariantCulture, format, number));
        }
    }

    private static void Cell(StringBuilder text, double? value, string format) =>
        text.Append((value?.ToString(format, CultureInfo.InvariantCulture) ?? "").PadLeft(Width));
}
