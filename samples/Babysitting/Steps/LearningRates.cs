using Layerwright;

namespace BabysittingSample;

/// <summary>Step 6: which rates are worth a search.</summary>
internal static class LearningRates
{
    public static LearningRateReport Run(Images images)
    {
        Text.Step(6, "Find a learning rate that makes the loss go down",
            "A short training with each of some rates, all from the same first weights. Too low: the loss stands still. Too high: it "
            + "rises, or is no number any more.");
        LearningRateReport report = LearningRateSweep.Run(
            seed => new Classifier(seed) { Normalizer = images.Normalizer },
            images.Training,
            new LearningRateSweepOptions { Optimizer = Settings.Optimizer, Highest = 10, Count = 15, BatchSize = Settings.BatchSize, Seed = Settings.Seed });
        Console.WriteLine(report);
        Text.LookFor("a valley: too low, usable, best, too high. The usable rates are where the search begins; it need not look elsewhere.");
        return report;
    }
}
