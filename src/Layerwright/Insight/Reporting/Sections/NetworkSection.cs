using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>The network's layers, and what its compiler made of them.</summary>
internal static class NetworkSection
{
    public static XElement? Draw(ReportContent content)
    {
        if ((content.Summary ?? content.Record?.Summary) is not { } summary)
        {
            return null;
        }

        return Section.Of(
            "network", "Network",
            $"{summary.Name}: {summary.Layers[0].OutputShape} → {summary.Layers[^1].OutputShape}, {Figures.Count(summary.Parameters)} parameters, "
                + $"{Figures.Count(summary.Flops)} FLOPs a row.",
            Table.Of(
                "Layers", ["Layer", "Kind", "Output", "Runs in", "Parameters", "FLOPs"],
                [
                    .. summary.Layers.Select(layer => (IReadOnlyList<object>)
                        [layer.Name, layer.Kind, layer.OutputShape, layer.FusedWith ?? "", Figures.Count(layer.Parameters), Figures.Count(layer.Flops)]),
                    ["Total", "", "", "", Figures.Count(summary.Parameters), Figures.Count(summary.Flops)],
                ],
                numbersFrom: 4),
            DrawMemory(summary),
            summary.Fusions.Count == 0
                ? null
                : Tag.Of("details", Tag.Of("summary", "What the compiler fused"), Tag.Of("ul", summary.Fusions.Select(fusion => Tag.Of("li", fusion)))));
    }

    private static XElement? DrawMemory(NetworkSummary summary) =>
        summary.TrainingFloatsPerRow == 0
            ? null
            : Tag.Classed(
                "p", "hint",
                $"Memory a row: {Figures.Count(summary.PredictionBytesPerRow)} bytes to predict, {Figures.Count(summary.TrainingBytesPerRow)} bytes to train.");
}
