using System.Xml.Linq;

namespace Layerwright.Reporting;

/// <summary>The figures that a reader looks for first.</summary>
internal static class FactsSection
{
    /// <summary>Outputs of a regression whose figures stand here; the others' stand in their section.</summary>
    private const int MostRegressions = 3;

    public static XElement? Draw(ReportContent content)
    {
        XElement[] facts = [.. Facts(content)];
        return facts.Length == 0 ? null : Tag.Classed("dl", "facts", facts);
    }

    private static IEnumerable<XElement> Facts(ReportContent content)
    {
        if (content.Evaluation is { } evaluation)
        {
            foreach (MetricValue metric in evaluation.Metrics)
            {
                yield return Fact(metric.Metric.Name, metric.Metric.Format(metric.Value), $"of {Figures.Count(evaluation.Rows)} test rows");
            }

            yield return Fact("Loss", Figures.Short(evaluation.Loss), $"of {Figures.Count(evaluation.Rows)} test rows");
        }

        foreach (RegressionPredictions regression in content.Regressions.Take(MostRegressions))
        {
            string of = regression.Name is null ? string.Empty : $" of {regression.Name}";
            yield return Fact("RMSE" + of, RegressionSection.InUnit(regression, regression.RootMeanSquaredError), $"of {Figures.Count(regression.Count)} rows");
            yield return Fact("R²" + of, Figures.Short(regression.RSquared), "share of the variance that is explained");
        }

        if (content.Record is { } record)
        {
            foreach (XElement fact in FactsOf(record))
            {
                yield return fact;
            }
        }

        if ((content.Summary ?? content.Record?.Summary) is { } summary)
        {
            yield return Fact("Parameters", Figures.Count(summary.Parameters), $"{Figures.Count(summary.Flops)} FLOPs a row");
        }
    }

    private static IEnumerable<XElement> FactsOf(TrainingRecord record)
    {
        if (record.Epochs.Where(epoch => epoch.ValidationAccuracy is not null).MaxBy(epoch => epoch.ValidationAccuracy) is { } sharpest)
        {
            yield return Fact("Validation accuracy", Figures.Percent(sharpest.ValidationAccuracy), $"best, epoch {Figures.Count(sharpest.Epoch)}");
        }

        if (record.Epochs.Where(epoch => epoch.ValidationLoss is not null).MinBy(epoch => epoch.ValidationLoss) is { } lowest)
        {
            yield return Fact("Validation loss", Figures.Short(lowest.ValidationLoss), $"lowest, epoch {Figures.Count(lowest.Epoch)}");
        }
        else if (record.Epochs.Count > 0)
        {
            yield return Fact("Training loss", Figures.Short(record.Epochs[^1].TrainingLoss), $"epoch {Figures.Count(record.Epochs[^1].Epoch)}");
        }

        long updates = record.Epochs.Count > 0 ? record.Epochs[^1].Step : record.Steps.Count;
        yield return Fact("Epochs", Figures.Count(record.Epochs.Count), $"{Figures.Count(updates)} updates");
        yield return Fact(
            "Training rows", Figures.Count(record.TrainingRows),
            record.ValidationRows > 0 ? $"{Figures.Count(record.ValidationRows)} to validate" : null);
        yield return Fact(
            "Optimizer", record.Optimizer.GetType().Name,
            $"rate {Figures.Short(record.Optimizer.LearningRate)}"
                + (record.Optimizer.WeightDecay > 0 ? $", decay {Figures.Short(record.Optimizer.WeightDecay)}" : string.Empty));
    }

    private static XElement Fact(string name, string value, string? more) => Tag.Of(
        "div", Tag.Of("dt", name), Tag.Of("dd", value, more is null ? null : Tag.Of("small", more)));
}
