using Layerwright;

namespace BabysittingSample;

/// <summary>Step 6: which rates are worth a search.</summary>
internal static class LearningRates
{
    public static LearningRateReport Run(Images images)
    {
        Text.Step(6, "Find a learning rate that makes the loss go down",
            "A short training with each of some rates, all from the same first weights. Too low: the loss barely changes. Too high: it "
            + "rises, ends clearly above the best, or is no number any more.");
        LearningRateReport report = LearningRateSweep.Run(
            seed => new Classifier(seed) { Normalizer = images.Normalizer },
            images.Training,
            new LearningRateSweepOptions { Optimizer = Settings.Optimizer, Highest = 10, Count = 15, BatchSize = Settings.BatchSize, Seed = Settings.Seed });
        Console.WriteLine(report);
        Text.LookFor("a valley: too low, usable, best, too high. Forty steps favour bold rates, and a penalty or more epochs move the valley: "
            + "so the search covers a decade below the best one and a decade above.");
        return report;
    }
}
