using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// RMSprop (Hinton 2012, lecture 6e) as torch.optim.RMSprop, not centred: s ← α · s + (1 − α) · g², w ← w − rate · g / (√s + ε), ε
/// outside the root. With <see cref="Momentum"/> v ← momentum · v + g / (√s + ε), w ← w − rate · v. Weight decay enters the
/// gradient g before both.
/// </summary>
/// <param name="LearningRate">The rate; 0.01 by default.</param>
public sealed record RmsProp(float LearningRate = 0.01f) : Optimizer(LearningRate, 0f)
{
    /// <summary>Decay of the mean of squared gradients, in [0, 1); 0.99 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float Alpha
    {
        get;
        init => field = Domain.Share(value);
    } = 0.99f;

    /// <summary>Added to the root of the mean; 1e-8 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float Epsilon
    {
        get;
        init => field = Domain.Positive(value);
    } = 1e-8f;

    /// <summary>Share of the last step's direction that is kept, in [0, 1); 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float Momentum
    {
        get;
        init => field = Domain.Share(value);
    }

    internal override int Moments => 2;

    internal override void Apply(WeightUpdate update, long step, float? momentum)
    {
        var direction = new RmsPropDirection(Alpha, Epsilon);
        if (momentum is null && Momentum == 0)
        {
            update.Run(new RmsPropRule(direction));
        }
        else
        {
            update.Run(new RmsPropMomentumRule(direction, momentum ?? Momentum));
        }
    }
}
