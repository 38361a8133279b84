using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// AdaGrad (Duchi, Hazan and Singer 2011) as torch.optim.Adagrad with its sums begun at 0 and no decay of the rate: s ← s + g²,
/// w ← w − rate · g / (√s + ε). Weight decay enters the gradient g. It has no momentum.
/// </summary>
/// <param name="LearningRate">The rate; 0.01 by default.</param>
public sealed record AdaGrad(float LearningRate = 0.01f) : Optimizer(LearningRate, 0f)
{
    /// <summary>Added to the root of the sum; 1e-10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float Epsilon
    {
        get;
        init => field = Domain.Positive(value);
    } = 1e-10f;

    internal override int Moments => 1;

    internal override bool HasMomentum => false;

    internal override void Apply(WeightUpdate update, long step, float? momentum) => update.Run(new AdaGradRule(Epsilon));
}
