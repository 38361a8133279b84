using Layerwright;

namespace BabysittingSample;

/// <summary>What all trainings of the classifier have in common.</summary>
internal static class Settings
{
    public const ulong Seed = 1;

    public const int BatchSize = 64;

    /// <summary>The rate is what steps 6 and 7 look for.</summary>
    public static Sgd Optimizer { get; } = new(0.01f) { Momentum = 0.9f };

    public static Trainer<Classifier> CreateTrainer(Images images, double rate, double penalty, ulong seed = Seed) =>
        new(new Classifier(seed) { Normalizer = images.Normalizer }, Optimizer with { LearningRate = (float)rate })
        {
            BatchSize = BatchSize,
            Seed = seed,
            RegularizationFactor = (float)penalty,
        };
}
