using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Adam (Kingma and Ba 2015) as torch.optim.Adam: m ← β₁ · m + (1 − β₁) · g, v ← β₂ · v + (1 − β₂) · g²,
/// w ← w − rate · m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) at update t from 1. Weight decay enters the
/// gradient g; <see cref="AdamW"/> keeps it apart and is the better choice where weights decay.
/// </summary>
/// <param name="LearningRate">The rate; 1e-3 by default.</param>
public sealed record Adam(float LearningRate = 1e-3f) : Optimizer(LearningRate, 0f)
{
    /// <summary>Decay of the mean of gradients, in [0, 1); 0.9 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float Beta1
    {
        get;
        init => field = Domain.Share(value);
    } = 0.9f;

    /// <summary>Decay of the mean of squared gradients, in [0, 1); 0.999 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float Beta2
    {
        get;
        init => field = Domain.Share(value);
    } = 0.999f;

    /// <summary>Added to the root of the second moment; 1e-8 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float Epsilon
    {
        get;
        init => field = Domain.Positive(value);
    } = 1e-8f;

    internal override int Moments => 2;

    internal override void Apply(WeightUpdate update, long step, float? momentum) =>
        update.Run(new AdamRule(new AdamDirection(momentum ?? Beta1, Beta2, Epsilon, step)));
}
