using Layerwright;
using Spectre.Console;

namespace RegressionSample;

/// <summary>What the program says.</summary>
internal static class Text
{
    private const int ShownTrials = 5, ShownPatients = 5;

    public static void Data(TrainingSet training, Dataset test)
    {
        float[] targets = Patients.TargetsOf(training);
        var scale = TargetScale.Fit(training);
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]Progression of diabetes[/]: {training.InputLength} measurements each of {training.Count} patients to learn from and {test.Count} to test on");
        AnsiConsole.MarkupLineInterpolated(
            $"After a year the disease had progressed by {targets.Min():f0} to {targets.Max():f0} points, {scale.Mean:f1} on average, with a deviation of {scale.Deviation:f1}\n");
    }

    public static void Trials(SearchResult search)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"[bold]Search[/]: {Search.Trials} trials of learning rate and weight decay, then {Search.Trials} around the best, each by {Patients.Folds}-fold cross-validation");
        var table = Table("trial", "rate", "decay", "RMSE");
        foreach (TrialResult trial in search.Trials.OrderBy(trial => trial.IsDiverged).ThenBy(trial => trial.Objective).Take(ShownTrials))
        {
            table.AddRow($"{trial.Number}", $"{trial["rate"]:g2}", $"{trial["decay"]:g2}", $"{trial.Objective:f2}");
        }

        AnsiConsole.Write(table);
        foreach (string warning in search.Warnings)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{warning}[/]");
        }
    }

    public static void Compare(IEnumerable<Model> models, TrainingSet training, Dataset test)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]Compared[/]: by cross-validation on the training patients, and once on the {test.Count} test patients");
        var table = Table("", "RMSE, cross-validated", "test RMSE", "test MAE", "test R²");
        foreach (Model model in models)
        {
            CrossValidationResult folds = model.CrossValidate(training);
            RegressionPredictions judged = model.Judge(training, test);
            table.AddRow(
                model.Name, $"{folds.Mean:f2} ± {folds.Deviation:f1}", $"{judged.RootMeanSquaredError:f2}", $"{judged.MeanAbsoluteError:f2}", $"{judged.RSquared:f3}");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Whether the test rows can tell the two apart, and what some of them look like.</summary>
    public static void Verdict(RegressionPredictions network, RegressionPredictions line)
    {
        double[] gains = [.. Errors(line).Zip(Errors(network), (theirs, ours) => theirs - ours)];
        double gain = gains.Average();
        double standardError = Math.Sqrt(gains.Sum(value => (value - gain) * (value - gain)) / (gains.Length - 1) / gains.Length);
        string verdict = Math.Abs(gain) < 2 * standardError
            ? "too little for these patients to tell them apart. Where rows are few and noisy a line is hard to beat: try one first"
            : "more than chance explains";
        AnsiConsole.MarkupLineInterpolated(
            $"Per test patient the networks' mean is off by {Math.Abs(gain):f2} ± {standardError:f2} points {(gain > 0 ? "less" : "more")} than the line: {verdict}.\n");
        for (int row = 0; row < ShownPatients; row++)
        {
            AnsiConsole.MarkupLineInterpolated(
                $"Test patient {row}: predicted {network.Predictions[row],4:f0} points, truly {network.Targets[row],4:f0} (the line says {line.Predictions[row],4:f0})");
        }
    }

    private static IEnumerable<double> Errors(RegressionPredictions predictions) =>
        Enumerable.Range(0, predictions.Count).Select(row => Math.Abs((double)predictions.Targets[row] - predictions.Predictions[row]));

    private static Table Table(params IEnumerable<string> titles)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (string title in titles)
        {
            table.AddColumn(title.Length == 0 ? new TableColumn(title) : new TableColumn(title).RightAligned());
        }

        return table;
    }
}
