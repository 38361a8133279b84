using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Layers of several networks side by side, outside a fit: what an initialisation makes of a signal.</summary>
internal static class PanelsSection
{
    public static XElement? Draw(ReportContent content)
    {
        LayerPanel[] panels = [.. content.Panels.Where(panel => panel.Layers.Any(layer => layer.Samples.Count > 0))];
        return panels.Length == 0
            ? null
            : Section.Of(
                "initialization", "Layer by layer",
                "Histograms from the first layer to the last, all of a row on one axis. Heights go by the square root of the share.",
                Section.Grid(
                    DrawDepth(panels, "forward", "Activations by depth", "Deviation of each layer’s activations.", sample => sample.Deviation),
                    DrawDepth(panels, "backward", "Gradients by depth", "Root mean square of each layer’s gradient.", sample => sample.GradientRms)),
                panels.Select(DrawPanel));
    }

    private static XElement? DrawDepth(LayerPanel[] panels, string key, string title, string note, Func<LayerSample, double?> value)
    {
        Series[] series = [.. panels.Select((panel, i) => new Series(
                panel.Title, [.. panel.Layers.Select((layer, depth) => new Point(depth + 1, FirstOf(layer, value) ?? double.NaN))], Ink.OfLayer(i, panels.Length)))
            .Where(curve => curve.Points.Any(point => point.Y > 0 && double.IsFinite(point.Y)))];
        if (series.Length == 0)
        {
            return null;
        }

        int most = panels.Max(panel => panel.Layers.Count);
        return new LineChart(
            key, title,
            string.Join("; ", series.Select(curve => $"{curve.Name}: {Figures.Short(curve.Points[0].Y)} to {Figures.Short(curve.Points[^1].Y)}")) + ".",
            Axis.Whole(1, most), Axis.Logarithmic(series.SelectMany(curve => curve.Points).Select(point => point.Y)), series)
        {
            XTitle = "layer",
            Note = note,
            Table = Table.Folded(
                title, ["", .. Enumerable.Range(1, most).Select(layer => Figures.Count(layer))],
                series.Select(curve => (IReadOnlyList<object>)
                    [curve.Name, .. Enumerable.Range(0, most).Select(layer => layer < curve.Points.Count ? Figures.Short(curve.Points[layer].Y) : "")])),
        }.Draw();
    }

    private static XElement DrawPanel(LayerPanel panel) => Tag.Of(
        "article",
        Tag.Of("h3", panel.Title),
        panel.Note is null ? null : Tag.Classed("p", "hint", panel.Note),
        DrawStrip(panel, "Activations", sample => sample.Activations, sample => $"mean {Figures.Short(sample.Mean)}, deviation {Figures.Short(sample.Deviation)}"),
        DrawStrip(panel, "Gradients", sample => sample.Gradients, sample => $"deviation {Figures.Short(sample.GradientRms)}"));

    private static XElement? DrawStrip(LayerPanel panel, string what, Func<LayerSample, Histogram?> histogram, Func<LayerSample, string> text)
    {
        var range = HistogramShape.RangeOf(panel.Layers
            .Select(layer => layer.Samples.Count > 0 ? histogram(layer.Samples[0]) : null).OfType<Histogram>());
        XElement[] drawn = [.. from layer in panel.Layers
                               where layer.Samples.Count > 0 && histogram(layer.Samples[0]) is not null
                               let ridge = Ridges.Draw($"{what} of {layer.Name}, {panel.Title}", layer.Name, [(0, histogram(layer.Samples[0])!)], range)
                               where ridge is not null
                               select Tag.Of("div", ridge, Tag.Classed("p", "hint", text(layer.Samples[0])))];
        return drawn.Length == 0 ? null : Tag.Of("div", Tag.Classed("p", "hint", what), Tag.Classed("div", "strip", drawn));
    }

    private static double? FirstOf(LayerRecord layer, Func<LayerSample, double?> value) =>
        layer.Samples.Count > 0 ? value(layer.Samples[0]) : null;
}
