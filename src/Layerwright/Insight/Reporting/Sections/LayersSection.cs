using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>How activations, gradients and weights of each layer are spread, over the fit.</summary>
internal static class LayersSection
{
    public static XElement? Draw(ReportContent content)
    {
        LayerRecord[] layers = [.. content.Record?.Layers.Where(layer => layer.Samples.Count > 0) ?? []];
        return layers.Length == 0
            ? null
            : Section.Of(
                "layers", "Layers",
                "Histograms over the fit: the first update behind, the last in front. Heights go by the square root of the share, so that tails show; "
                    + "each panel has its own range.",
                Tag.Of("div", layers.Select(DrawLayer)),
                Table.Folded(
                    "Layers in the last observed update", ["Layer", "Mean", "Deviation", "Saturated", "Dead", "Gradient", "Weight gradient"],
                    layers.Select(RowOf)));
    }

    private static XElement DrawLayer(LayerRecord layer) => Tag.Classed(
        "div", "layer",
        Tag.Of("div", Tag.Of("h3", LayerName.Breakable(layer.Name)), Tag.Classed("p", "hint", $"{layer.Kind} → {layer.OutputShape}"), Facts(layer)),
        Tag.Classed(
            "div", "panels",
            DrawPanel(layer, "Activations", sample => sample.Activations),
            DrawPanel(layer, "Gradients", sample => sample.Gradients),
            DrawPanel(layer, "Weights", sample => sample.Weights)));

    private static XElement? DrawPanel(LayerRecord layer, string what, Func<LayerSample, Histogram?> histogram) => Ridges.Draw(
        $"{what} of {layer.Name}", what, [.. from sample in layer.Samples where histogram(sample) is not null select (sample.Step, histogram(sample)!)]);

    /// <summary>The figures of the last update, in a sentence.</summary>
    private static XElement Facts(LayerRecord layer)
    {
        LayerSample last = layer.Samples[^1];
        string text = $"mean {Figures.Short(last.Mean)}, deviation {Figures.Short(last.Deviation)}";
        if (last.Saturated is { } saturated)
        {
            text += $", {Figures.Percent(saturated)} saturated";
        }

        if (layer.Samples.LastOrDefault(sample => sample.Dead is not null)?.Dead is { } dead)
        {
            text += $", {Figures.Percent(dead)} dead";
        }

        return Tag.Classed("p", "hint", text);
    }

    private static IReadOnlyList<object> RowOf(LayerRecord layer)
    {
        LayerSample last = layer.Samples[^1];
        return
        [
            layer.Name, Figures.Short(last.Mean), Figures.Short(last.Deviation), Figures.Percent(last.Saturated),
            Figures.Percent(layer.Samples.LastOrDefault(sample => sample.Dead is not null)?.Dead),
            Figures.Short(last.GradientRms), Figures.Short(last.WeightGradientRms),
        ];
    }
}
