using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2019) as torch.optim.AdamW: w ← w · (1 − rate · decay),
/// then <see cref="Adam"/>'s step without decay.
/// </summary>
/// <param name="LearningRate">The rate; 1e-3 by default. <see cref="Optimizer.WeightDecay"/> is 0.01 by default.</param>
public sealed record AdamW(float LearningRate = 1e-3f) : Optimizer(LearningRate, 0.01f)
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
        update.Run(new AdamWRule(new AdamDirection(momentum ?? Beta1, Beta2, Epsilon, step)));
}
