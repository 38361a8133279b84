using Layerwright;

namespace BabysittingSample;

/// <summary>What all trainings of the classifier have in common.</summary>
internal static class Settings
{
    public const ulong Seed = 1;

    public const int BatchSize = 64;

    /// <summary>The rate is a first guess; steps 6 and 7 look for a better one.</summary>
    public static Sgd Optimizer { get; } = new(0.01f) { Momentum = 0.9f };
}
