using Layerwright;
using Spectre.Console;

namespace BabysittingSample;

/// <summary>Step 8: the whole training under a monitor, and two bad ones to see what it says then.</summary>
internal static class Training
{
    private const int Epochs = 10;

    /// <summary>What was trained, and everything that the monitor saw.</summary>
    public static (Trainer<Classifier> Trainer, TrainingMonitor Monitor) Run(Images images, TrialResult best)
    {
        Text.Step(8, "Train, and watch",
            $"{Epochs} epochs with the best rate and penalty of the search; the rate falls along a cosine. The monitor costs little and looks at "
            + "activations, gradients and weights of every layer while they change.");
        var monitor = new TrainingMonitor();
        var trainer = new Trainer<Classifier>(
            new Classifier(Settings.Seed) { Normalizer = images.Normalizer },
            Settings.Optimizer with { LearningRate = (float)best["rate"] })
        {
            BatchSize = Settings.BatchSize,
            Seed = Settings.Seed,
            RegularizationFactor = (float)best["penalty"],
            Schedule = new CosineDecay(),
            Observers = [monitor],
        };
        trainer.Fit(images.Training, images.Validation, Epochs);

        var table = Text.Table("epoch", "training loss", "validation loss", "training accuracy", "validation accuracy");
        foreach (EpochRecord epoch in monitor.Record.Epochs)
        {
            table.AddRow($"{epoch.Epoch}", $"{epoch.MeasuredTrainingLoss:f4}", $"{epoch.ValidationLoss:f4}", $"{epoch.TrainingAccuracy:p1}", $"{epoch.ValidationAccuracy:p1}");
        }

        AnsiConsole.Write(table);
        Console.WriteLine(monitor);
        Text.LookFor(
            "a loss that falls fast, then slowly; a validation accuracy some way below that of training (no gap: a larger network could learn "
            + "more; a wide one: a stronger penalty, or more images); few dead units; updates of about 1e-3 of the weights. In front of BatchNorm "
            + "weights have no scale of their own, so the penalty shrinks them and updates look large beside them: LW7006 makes a note of it, no warning.\n");

        AnsiConsole.MarkupLine("And when something is wrong? A rate of 1 without BatchNorm, then sigmoids at a rate too low:\n");
        ShowFindings(new ReLUMlp(Settings.Seed) { Normalizer = images.Normalizer }, new Sgd(1), images);
        ShowFindings(new SigmoidMlp(Settings.Seed) { Normalizer = images.Normalizer }, new Sgd(1e-4f), images);
        Text.LookFor("an id, what was seen, what to try, and the compiler's rule with the same cause, if there is one.");
        return (trainer, monitor);
    }

    private static void ShowFindings<TNetwork>(TNetwork network, Optimizer optimizer, Images images)
        where TNetwork : class, INetwork<TNetwork>
    {
        var monitor = new TrainingMonitor();
        var trainer = new Trainer<TNetwork>(network, optimizer) { BatchSize = Settings.BatchSize, Seed = Settings.Seed, Observers = [monitor] };
        try
        {
            trainer.Fit(images.Training, images.Validation, epochs: 2);
        }
        catch (TrainingDivergedException)
        {
            // The monitor says it better; the network has the last good weights.
        }

        foreach (Finding finding in monitor.Findings)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{finding}[/]");
        }
    }
}
