using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Multiplies the learning rate by <see cref="Gamma"/> every so many epochs. As PyTorch's StepLR.</summary>
/// <param name="EveryEpochs">Epochs between two changes, at least 1.</param>
/// <param name="Gamma">The factor of each, a finite number above 0. Default: 0.1.</param>
/// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
public sealed record StepDecay(int EveryEpochs, float Gamma = 0.1f) : Schedule
{
    /// <summary>Epochs between two changes.</summary>
    public int EveryEpochs { get; init => field = CheckedEpochs(value); } = CheckedEpochs(EveryEpochs);

    /// <summary>The factor of each change.</summary>
    public float Gamma { get; init => field = CheckedGamma(value); } = CheckedGamma(Gamma);

    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch) =>
        (float)Math.Pow(Gamma, step / (stepsPerEpoch * EveryEpochs));

    private static int CheckedEpochs(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(EveryEpochs));
        return value;
    }

    private static float CheckedGamma(float value) => Domain.Positive(value, nameof(Gamma));
}
