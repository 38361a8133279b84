using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>The learning rate, how far updates move the weights, and how gradients fare on their way back.</summary>
internal static class UpdatesSection
{
    private const int MostPoints = 300;

    /// <summary>Where ratios are well (LW7006).</summary>
    private static readonly (double Low, double High) s_good = (1e-4, 1e-2);

    public static XElement? Draw(ReportContent content) =>
        content.Record is { } record
            ? Section.Of(
                "updates", "Updates and gradients", null,
                Section.Grid(
                    DrawLearningRate(record),
                    DrawRatios(record),
                    DrawLayers(
                        record, "Gradients of the weights", "Root mean square of each layer’s weight gradient, in the first observed update (hollow) and in the last (full).",
                        sample => sample.WeightGradientRms),
                    DrawLayers(
                        record, "Gradients of the activations", "The same of the loss’s gradient by each layer’s outputs: backpropagation runs from the last row up.",
                        sample => sample.GradientRms)))
            : null;

    private static XElement? DrawLearningRate(TrainingRecord record)
    {
        if (record.Steps.Count == 0)
        {
            return null;
        }

        Series rate = new Series("rate", [.. record.Steps.Select(step => new Point(step.Step, step.LearningRate))], Ink.Training).Thinned(MostPoints);
        StepRecord first = record.Steps[0], last = record.Steps[^1];
        StepRecord highest = record.Steps.MaxBy(step => step.LearningRate);
        return new LineChart(
            "learning-rate", "Learning rate",
            $"From {Figures.Short(first.LearningRate)} by at most {Figures.Short(highest.LearningRate)} to {Figures.Short(last.LearningRate)}.",
            Axis.Whole(0, Math.Max(1, last.Step)), Axis.Linear([0, .. rate.Points.Select(point => point.Y)]), [rate])
        {
            XTitle = "update",
            Note = "What multiplies each update.",
            Table = Table.Folded(
                "Learning rate", ["", "Update", "Learning rate"],
                [
                    ["first", Figures.Count(first.Step), Figures.Short(first.LearningRate)],
                    ["highest", Figures.Count(highest.Step), Figures.Short(highest.LearningRate)],
                    ["last", Figures.Count(last.Step), Figures.Short(last.LearningRate)],
                ]),
        }.Draw();
    }

    private static XElement? DrawRatios(TrainingRecord record)
    {
        LayerRecord[] layers = [.. record.Layers.Where(layer => layer.Samples.Any(sample => sample.UpdateRatio is > 0))];
        if (layers.Length == 0)
        {
            return null;
        }

        Series[] series = [.. layers.Select((layer, i) => new Series(
            layer.Name, [.. layer.Samples.Where(sample => sample.UpdateRatio is not null).Select(sample => new Point(sample.Step, sample.UpdateRatio!.Value))],
            Ink.OfLayer(i, layers.Length)).Thinned(MostPoints))];
        double[] medians = [.. series.Select(curve => Median.Of(curve.Points.Select(point => point.Y)))];
        int outside = medians.Count(median => median < s_good.Low || median > s_good.High);
        return new LineChart(
            "ratios", "Updates by the size of the weights",
            $"Ratio of update to weights by layer, {Figures.Short(medians.Min())} to {Figures.Short(medians.Max())} at the median; "
                + $"{outside} of {layers.Length} layers outside {Figures.Short(s_good.Low)} to {Figures.Short(s_good.High)}.",
            Axis.Whole(0, Math.Max(1, series.Max(curve => curve.Points[^1].X))),
            Axis.Logarithmic([s_good.Low, s_good.High, .. series.SelectMany(curve => curve.Points).Select(point => point.Y)]), series)
        {
            XTitle = "update",
            Band = s_good,
            Note = "‖Δw‖ / ‖w‖ by layer, without the factors of schedule and layer. Aim at 0.001; the shaded band is well.",
            Table = Table.Folded(
                "Ratio of update to weights", ["Layer", "First", "Median", "Last"],
                series.Select((curve, i) => (IReadOnlyList<object>)
                    [curve.Name, Figures.Short(curve.Points[0].Y), Figures.Short(medians[i]), Figures.Short(curve.Points[^1].Y)])),
        }.Draw();
    }

    private static XElement? DrawLayers(TrainingRecord record, string title, string note, Func<LayerSample, double?> value) => DotTable.Draw(
        title, note,
        [.. from layer in record.Layers
            let known = layer.Samples.Select(value).Where(figure => figure is not null).ToArray()
            where known.Length > 0
            select new DotRow(layer.Name, known[0], known[^1])]);
}
