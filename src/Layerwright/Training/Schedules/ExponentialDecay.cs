using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Multiplies the learning rate by <see cref="Gamma"/> over every epoch, in equal parts by its steps: γ^(t/n) at step t of n an
/// epoch. At each epoch's start as PyTorch's ExponentialLR.
/// </summary>
/// <param name="Gamma">The factor of an epoch, a finite number above 0; above 1 the rate grows, as to look for its upper limit.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Gamma"/> is not a finite number above 0.</exception>
public sealed record ExponentialDecay(float Gamma) : Schedule
{
    /// <summary>The factor of an epoch.</summary>
    public float Gamma { get; init => field = Checked(value); } = Checked(Gamma);

    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch) => (float)Math.Pow(Gamma, (double)step / stepsPerEpoch);

    private static float Checked(float value) => Domain.Positive(value, nameof(Gamma));
}
