using Layerwright;
using Spectre.Console;

namespace RegressionSample;

/// <summary>The plots: one training as it went, and the test patients' predictions.</summary>
internal static class HtmlReport
{
    public static void Write(string file, Recipe recipe, TrainingSet training, RegressionPredictions predictions)
    {
        // The networks above learnt from all training rows; to see whether they overfit, one more leaves a fold out and is watched.
        Fold fold = training.Folds(Patients.Folds, Patients.Seed).First();
        var monitor = new TrainingMonitor();
        recipe.Train(fold.Train, Patients.Seed, fold.Validation, monitor);
        TrainingReport.WriteHtml(file, new ReportContent
        {
            Title = "Progression of diabetes",
            Description = "Predictions are the mean of ten networks, of patients that none of them has seen. Curves and layers are those of one more "
                + "network, trained on four fifths of the training rows and validated on the last; its targets have a deviation of 1.",
            Record = monitor.Record,
            Findings = monitor.Findings,
            Regressions = [predictions],
        });
        AnsiConsole.MarkupLineInterpolated($"\nPredictions against truth, residuals and curves: [bold]{Path.GetFullPath(file)}[/]");
    }
}
