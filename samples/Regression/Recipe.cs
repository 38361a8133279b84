using Layerwright;

namespace RegressionSample;

/// <summary>How a network is trained.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Decay">The weight decay: a few hundred rows are soon known by heart.</param>
internal sealed record Recipe(double Rate, double Decay)
{
    public const int Epochs = 100;

    /// <summary>One network.</summary>
    public Model AsModel => new("network", training => Train(training, Patients.Seed).Predict);

    /// <summary>
    /// Networks that differ in nothing but their seed, and so err differently: the mean of what they predict errs less than most of them.
    /// </summary>
    public Model AsEnsemble(int members) => new($"mean of {members} networks", training =>
    {
        TrainedNetwork[] networks = [.. Enumerable.Range(0, members).Select(member => Train(training, Patients.Seed + (ulong)member))];
        return new TrainedNetwork(new Ensemble([.. networks.Select(network => network.Predictor)]), networks[0].Scale).Predict;
    });

    /// <summary>Trains on all rows that are given.</summary>
    /// <param name="training">The rows.</param>
    /// <param name="seed">Decides first weights, what dropout drops and the order of rows.</param>
    /// <param name="validation">Rows for a validation curve; nothing depends on them.</param>
    /// <param name="observers">Who looks on.</param>
    public TrainedNetwork Train(TrainingSet training, ulong seed, Dataset? validation = null, params IReadOnlyList<ITrainingObserver> observers)
    {
        var scale = TargetScale.Fit(training);
        var network = new ProgressionNet(seed) { Normalizer = Normalizer.FitStandardize(training) };
        var trainer = new Trainer<ProgressionNet>(network, new AdamW((float)Rate) { WeightDecay = (float)Decay })
        {
            BatchSize = 32,
            Threads = 1, // Batches as small as these gain nothing from a second, and the search runs its trials side by side.
            Seed = seed,
            Schedule = new CosineDecay(),
            Observers = observers,
        };
        trainer.Fit(scale.Apply(training), validation is null ? null : scale.Apply(validation), Epochs);
        return new(network.CreatePredictor(maxBatchSize: 64), scale);
    }
}
