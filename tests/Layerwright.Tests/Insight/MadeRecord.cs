namespace Layerwright.Tests.Insight;

/// <summary>Records of fits that never were: healthy ones, to be spoilt at one place.</summary>
internal static class MadeRecord
{
    public const int StepsPerEpoch = 100, StepsPerSample = 20;

    private static readonly Histogram s_spread = new(-1, 1, [1, 2, 2, 1]);

    /// <summary>Ten classes learnt well by two hidden layers.</summary>
    public static TrainingRecord Healthy(int epochs = 5) => new()
    {
        Summary = Training.SpiralNet.Summary,
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
        Steps = Curve(epochs, Falling),
        Epochs = [.. Enumerable.Range(1, epochs).Select(Epoch)],
        Layers = [Weights("Dense1", epochs), Rectifier("ReLU1", epochs), Weights("Dense2", epochs), Rectifier("ReLU2", epochs), Weights("Dense3", epochs)],
    };

    /// <summary>A loss for each step.</summary>
    public static IReadOnlyList<StepRecord> Curve(int epochs, Func<int, double> loss) =>
        [.. Enumerable.Range(0, epochs * StepsPerEpoch).Select(step => new StepRecord(step, loss(step), 1e-3f))];

    /// <summary>Every sample of a layer, changed.</summary>
    public static TrainingRecord With(this TrainingRecord record, string layer, Func<LayerSample, LayerSample> change)
    {
        Assert.Contains(record.Layers, candidate => candidate.Name == layer);
        return record with
        {
            Layers = [.. record.Layers.Select(candidate => candidate.Name == layer ? candidate with { Samples = [.. candidate.Samples.Select(change)] } : candidate)],
        };
    }

    /// <summary>Every epoch, changed.</summary>
    public static TrainingRecord WithEpochs(this TrainingRecord record, Func<EpochRecord, EpochRecord> change) =>
        record with { Epochs = [.. record.Epochs.Select(change)] };

    private static double Falling(int step) => 0.3 + (2.15 * Math.Exp(-step / 60.0));

    private static EpochRecord Epoch(int epoch) => new()
    {
        Epoch = epoch,
        Step = epoch * StepsPerEpoch,
        TrainingLoss = Falling((epoch * StepsPerEpoch) - (StepsPerEpoch / 2)),
        MeasuredTrainingLoss = Falling(epoch * StepsPerEpoch),
        TrainingAccuracy = 0.92 - (0.3 / epoch),
        ValidationLoss = Falling(epoch * StepsPerEpoch) + 0.05,
        ValidationAccuracy = 0.9 - (0.3 / epoch),
    };

    private static LayerRecord Weights(string name, int epochs) => new(name, "Dense", "100", [.. Samples(epochs).Select(sample => sample with
    {
        GradientRms = 1e-3,
        WeightGradientRms = 1e-2,
        UpdateRatio = 2e-3,
        OneSignUnits = 0.05,
        Weights = s_spread,
    })]) { HasTrainedWeights = true };

    private static LayerRecord Rectifier(string name, int epochs) =>
        new(name, "ReLU", "100", [.. Samples(epochs).Select(sample => sample with { Mean = 0.4, Deviation = 0.58, Dead = 0.1 })]);

    private static IEnumerable<LayerSample> Samples(int epochs) => Enumerable.Range(0, epochs * StepsPerEpoch / StepsPerSample)
        .Select(sample => new LayerSample { Step = sample * StepsPerSample, Mean = 0, Deviation = 1, Activations = s_spread });
}
