using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>Loss and accuracy over the fit.</summary>
internal static class CurvesSection
{
    private const int MostPoints = 400;

    public static XElement? Draw(ReportContent content) =>
        content.Record is { } record
            ? Section.Of(
                "curves", "Curves", record.Fault is null ? null : $"The fit ended before its time: {record.Fault}",
                Section.Grid(DrawLoss(record), DrawAccuracy(record)))
            : null;

    private static XElement? DrawLoss(TrainingRecord record)
    {
        double perEpoch = Math.Max(1, record.StepsPerEpoch);
        Series[] series = [.. Drawable(
            new Series("each update", [.. record.Steps.Select(step => new Point(step.Step / perEpoch, step.Loss))], Ink.Batches) { IsLabelled = false },
            OverEpochs("training", record, Ink.Training, epoch => epoch.MeasuredTrainingLoss),
            OverEpochs("validation", record, Ink.Validation, epoch => epoch.ValidationLoss),
            Reference("no knowledge", record, record.ExpectedLoss))];
        if (!series.Any(curve => curve.Ink != Ink.Reference))
        {
            return null;
        }

        double[] values = [.. series.SelectMany(curve => curve.Points).Select(point => point.Y)];
        return new LineChart("loss", "Loss", DescribeLoss(record), EpochAxis(record), Axis.Fitting(values), series)
        {
            Note = "Faint: every update, penalties included. Lines: after each epoch, in inference mode, without penalties.",
            Table = EpochTable(
                "Loss of each epoch", record, ["Epoch", "Training, while learning", "Training, measured", "Validation"],
                epoch => [Figures.Short(epoch.TrainingLoss), Figures.Short(epoch.MeasuredTrainingLoss), Figures.Short(epoch.ValidationLoss)]),
        }.Draw();
    }

    private static XElement? DrawAccuracy(TrainingRecord record)
    {
        Series[] series = [.. Drawable(
            OverEpochs("training", record, Ink.Training, epoch => epoch.TrainingAccuracy),
            OverEpochs("validation", record, Ink.Validation, epoch => epoch.ValidationAccuracy))];
        if (series.Length == 0)
        {
            return null;
        }

        series = [.. series, .. Drawable(Reference("a guess", record, record.ChanceAccuracy))];
        double[] values = [.. series.SelectMany(curve => curve.Points).Select(point => point.Y)];
        EpochRecord last = record.Epochs[^1];
        return new LineChart(
            "accuracy", "Accuracy",
            $"After the last epoch {Figures.Percent(last.TrainingAccuracy)} of training rows and {Figures.Percent(last.ValidationAccuracy)} of validation rows are right.",
            EpochAxis(record), Axis.Linear(values, WholePercent), series)
        {
            Note = "The gap between the lines is what does not generalise.",
            Table = EpochTable(
                "Accuracy of each epoch", record, ["Epoch", "Training", "Validation"],
                epoch => [Figures.Percent(epoch.TrainingAccuracy), Figures.Percent(epoch.ValidationAccuracy)]),
        }.Draw();
    }

    private static Axis EpochAxis(TrainingRecord record) => Axis.Whole(
        0, Math.Max(record.Epochs.Count > 0 ? record.Epochs[^1].Epoch : 0, record.Steps.Count > 0 ? (double)record.Steps[^1].Step / Math.Max(1, record.StepsPerEpoch) : 0));

    private static Series OverEpochs(string name, TrainingRecord record, Ink ink, Func<EpochRecord, double?> value) =>
        new(name, [.. record.Epochs.Select(epoch => new Point(epoch.Epoch, value(epoch) ?? double.NaN))], ink);

    private static Series Reference(string name, TrainingRecord record, double? value)
    {
        Axis axis = EpochAxis(record);
        return new(name, [.. new[] { axis.Low, axis.High }.Select(x => new Point(x, value ?? double.NaN))], Ink.Reference);
    }

    private static IEnumerable<Series> Drawable(params IEnumerable<Series> series) =>
        series.Where(curve => curve.Points.Any(point => double.IsFinite(point.Y))).Select(curve => curve.Thinned(MostPoints));

    private static XElement? EpochTable(string caption, TrainingRecord record, string[] heads, Func<EpochRecord, string[]> cells) =>
        record.Epochs.Count == 0
            ? null
            : Table.Folded(caption, heads, record.Epochs.Select(epoch => (IReadOnlyList<object>)[Figures.Count(epoch.Epoch), .. cells(epoch)]));

    private static string DescribeLoss(TrainingRecord record) => record.Epochs switch
    {
        [] => $"The first update's loss is {Figures.Short(record.Steps[0].Loss)}, the last one's {Figures.Short(record.Steps[^1].Loss)}.",
        [.., var last] =>
            $"After the last epoch {Figures.Short(last.MeasuredTrainingLoss)} on training rows"
            + (last.ValidationLoss is { } loss ? $", {Figures.Short(loss)} on validation rows." : "."),
    };

    private static string WholePercent(double share, double step) =>
        (100 * share).ToString(step < 0.0099 ? "0.0" : "0", System.Globalization.CultureInfo.InvariantCulture) + " %";
}
