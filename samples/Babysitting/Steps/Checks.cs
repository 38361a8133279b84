using Layerwright;

namespace BabysittingSample;

/// <summary>Steps 3 to 5: what takes a second and saves an evening, all in one call.</summary>
internal static class Checks
{
    public static void Run(Images images)
    {
        SanityReport report = SanityCheck.Run(
            seed => new Classifier(seed) { Normalizer = images.Normalizer },
            images.Training,
            new SanityOptions
            {
                Checks = SanityChecks.All & ~SanityChecks.LearningRates,
                Optimizer = Settings.Optimizer,
                BatchSize = Settings.BatchSize,
                Seed = Settings.Seed,
            });

        Text.Step(3, "Look at the initial loss",
            $"A network that knows nothing gives each of 10 classes a tenth: its loss is −ln 0.1 = {Math.Log(10):f3}. Without penalties.");
        Console.WriteLine(report[SanityChecks.InitialLoss]);
        Text.LookFor("that value, or a little more. Far above it, the first weights are too large; below it, loss or labels are not what you think (LW7002).");

        Text.Step(4, "Turn the regularisation up",
            "Penalties on large weights are part of what is minimised, so a stronger one must raise the loss. So must the gradients be the "
            + "slopes of that loss, and predictions must not depend on which other rows are in the batch.");
        Console.WriteLine(report[SanityChecks.Regularization]);
        Console.WriteLine(report[SanityChecks.Gradients]);
        Console.WriteLine(report[SanityChecks.Prediction]);
        Text.LookFor("a loss that goes up (LW7003), and gradients that agree with differences of the loss, but for kinks: the corner of ReLU has no slope.");

        Text.Step(5, "Overfit 20 images",
            "Before all images, learn 20 by heart: penalties and dropout off, the same batch again and again.");
        Console.WriteLine(report[SanityChecks.Overfitting]);
        Console.WriteLine(report[SanityChecks.FirstUpdates]);
        Text.LookFor(
            "a loss of nearly 0 and every image right. If that fails, nothing larger will work: look for a bug, not for better settings "
            + "(LW7004). Updates of about a thousandth of the weights are the other sign of health.");
    }
}
