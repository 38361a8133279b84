using Layerwright;
using Spectre.Console;

namespace BabysittingSample;

/// <summary>Step 7: rate and penalty together, from coarse to fine.</summary>
internal static class Search
{
    private const int Trials = 12, Shown = 4;

    /// <summary>Of a trial in each round: one tells bad rates from good ones, only more show what a penalty is for.</summary>
    private static readonly int[] Epochs = [1, 4];

    public static TrialResult Run(Images images, LearningRateReport rates)
    {
        Text.Step(7, "Search from coarse to fine",
            $"{Trials} random trials of {Epochs[0]} epoch, then {Trials} of {Epochs[1]} around the best of them. Rates and penalties are drawn on a "
            + "logarithmic scale, on which 0.01 is as far from 0.1 as 0.1 is from 1. What counts is the loss on the validation images.");
        var space = new SearchSpace
        {
            ["rate"] = new LogUniform(rates.Best!.Value / 10, rates.Best.Value * 10),
            ["penalty"] = new LogUniform(0.01, 100),
        };
        SearchResult result = RandomSearch.Run(space, Trials, trial =>
        {
            var network = new Classifier(trial.Seed) { Normalizer = images.Normalizer };
            var trainer = new Trainer<Classifier>(network, Settings.Optimizer with { LearningRate = (float)trial["rate"] })
            {
                BatchSize = Settings.BatchSize,
                Seed = trial.Seed,
                RegularizationFactor = (float)trial["penalty"],
                Schedule = new CosineDecay(),
                Threads = 1, // Trials share the cores among themselves.
            };
            return trainer.Fit(images.Training, images.Validation, trial.Epochs, trial.Progress, trial.Cancellation).ValidationLoss[^1];
        }, new SearchOptions { Epochs = Epochs, Seed = Settings.Seed });

        var table = Text.Table("round", "trial", "rate", "penalty", "validation loss");
        foreach (var round in result.Trials.GroupBy(trial => trial.Round))
        {
            foreach (TrialResult trial in round.OrderBy(trial => trial.IsDiverged).ThenBy(trial => trial.Objective).Take(Shown))
            {
                table.AddRow(round.Key == 0 ? "coarse" : "fine", $"{trial.Number}", Figure(trial, "rate"), Figure(trial, "penalty"), trial.IsDiverged ? "diverged" : $"{trial.Objective:f4}");
            }
        }

        AnsiConsole.Write(table);
        foreach (string warning in result.Warnings)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{warning}[/]");
        }

        Text.LookFor(
            "the best trials of the fine round lying close together, inside their ranges. A best value at the end of its range is a "
            + "warning (LW7016): a better one may lie beyond it.");
        return result.Best;
    }

    private static string Figure(TrialResult trial, string name) => $"{trial[name]:g2}";
}
