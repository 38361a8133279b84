namespace Layerwright.Tests.Insight;

/// <summary>Records of fits that never were: healthy ones, to be spoilt at one place.</summary>
internal static class MadeRecord
{
    public const int StepsPerEpoch = 100;

    /// <summary>The curves of ten classes learnt well, in as many epochs as there are validation accuracies.</summary>
    public static TrainingRecord Healthy(int epochs = 5) => new()
    {
        Summary = SpiralNetSummary,
        Optimizer = new AdamW(),
        TrainingRows = 6400,
        ValidationRows = 1000,
        Classes = 10,
        StepsPerEpoch = StepsPerEpoch,
        PlannedEpochs = epochs,
        ExpectedLoss = Math.Log(10),
        InitialLoss = 2.45,
        ChanceAccuracy = 0.1,
        InputMean = 0.01,
        InputDeviation = 1,
        Steps = [.. Enumerable.Range(0, epochs * StepsPerEpoch).Select(step => new StepRecord(step, Loss(step), 1e-3f))],
        Epochs = [.. Enumerable.Range(1, epochs).Select(Epoch)],
        Layers = [],
    };

    private static NetworkSummary SpiralNetSummary => Training.SpiralNet.Summary;

    private static double Loss(int step) => 0.3 + 2.15 * Math.Exp(-step / 60.0);

    private static EpochRecord Epoch(int epoch) => new()
    {
        Epoch = epoch,
        Step = epoch * StepsPerEpoch,
        TrainingLoss = Loss((epoch * StepsPerEpoch) - (StepsPerEpoch / 2)),
        MeasuredTrainingLoss = Loss(epoch * StepsPerEpoch),
        TrainingAccuracy = 0.92 - (0.3 / epoch),
        ValidationLoss = Loss(epoch * StepsPerEpoch) + 0.05,
        ValidationAccuracy = 0.9 - (0.3 / epoch),
    };
}
