namespace Layerwright.Tests.Training;

/// <summary>What a fit leaves: everything that must not depend on whether it was interrupted.</summary>
internal sealed record ResumedFit(float[] Weights, double[] TrainingLoss, double[] ValidationLoss, double[] Metric, int BestEpoch, bool StoppedEarly)
{
    /// <summary>The end of a fit, and of one epoch more that follows it.</summary>
    public static ResumedFit Of<TNetwork>(Trainer<TNetwork> trainer, Dataset training, Dataset? validation, int epochs)
        where TNetwork : class, INetwork<TNetwork>
    {
        TrainingHistory history = trainer.Fit(training, validation, epochs);
        trainer.Fit(training, validation, epochs: 1);
        return new(
            Samples.Values(StateDictionary.Of(trainer.Network.Parameters)),
            history.TrainingLoss.ToArray(),
            history.ValidationLoss.ToArray(),
            history.Metrics.Count > 0 ? history.ValidationMetric(history.Metrics[^1]).ToArray() : [],
            history.BestEpoch,
            history.StoppedEarly);
    }

    public static void AssertSame(ResumedFit expected, ResumedFit found)
    {
        Assert.Equal(expected.TrainingLoss, found.TrainingLoss);
        Assert.Equal(expected.ValidationLoss, found.ValidationLoss);
        Assert.Equal(expected.Metric, found.Metric);
        Assert.Equal((expected.BestEpoch, expected.StoppedEarly), (found.BestEpoch, found.StoppedEarly));
        Assert.Equal(Bits(expected.Weights), Bits(found.Weights));
    }

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];
}
