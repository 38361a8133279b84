using Layerwright;

namespace TransferSample;

/// <summary>Three ways to learn two classes from a few images of each.</summary>
/// <param name="images">The images.</param>
/// <param name="seed">Decides first weights and the order of images.</param>
internal sealed class FewImages(TrainingSet images, ulong seed)
{
    /// <summary>Nothing is known beforehand.</summary>
    public Trainer<TwoClasses> FromScratch()
    {
        var network = new TwoClasses(seed) { Normalizer = Normalizer.FitPerChannel(images) };
        var trainer = new Trainer<TwoClasses>(network, new AdamW(1e-3f)) { BatchSize = 20, Seed = seed, Schedule = new CosineDecay() };
        trainer.Fit(images, epochs: 40);
        return trainer;
    }

    /// <summary>
    /// A new head on features that stay as they are; their normaliser belongs to them. Means over an image are small and the head is but one
    /// layer, so its rate is high.
    /// </summary>
    public (Trainer<NewHead> Trainer, CopyReport Copied) NewHead(EightClasses features)
    {
        var network = new NewHead(seed) { Normalizer = features.Normalizer };
        network.Head.LearningRateMultiplier = 10;
        CopyReport copied = network.CopyFrom(features.State);
        var trainer = new Trainer<NewHead>(network, new AdamW(1e-2f)) { BatchSize = 20, Seed = seed, Schedule = new CosineDecay() };
        trainer.Fit(images, epochs: 100);
        return (trainer, copied);
    }

    /// <summary>From there, all layers at small rates: the lower a layer, the more general its features, and the less they should change.</summary>
    public Trainer<TwoClasses> FineTune(NewHead start)
    {
        var network = new TwoClasses(seed) { Normalizer = start.Normalizer };
        network.CopyFrom(start.State);
        network.Conv1.LearningRateMultiplier = 0.1f;
        network.Conv2.LearningRateMultiplier = 0.3f;
        var trainer = new Trainer<TwoClasses>(network, new AdamW(1e-3f)) { BatchSize = 20, Seed = seed, Schedule = new CosineDecay() };
        trainer.Fit(images, epochs: 40);
        return trainer;
    }
}
