using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Stochastic gradient descent, w ← w − rate · v with v ← momentum · v + gradient, as torch.optim.SGD without dampening.
/// Weight decay enters the gradient before momentum.
/// </summary>
/// <param name="LearningRate">The rate; 0.01 by default.</param>
public sealed record Sgd(float LearningRate = 0.01f) : Optimizer(LearningRate, 0f)
{
    /// <summary>Share of the last step's direction that is kept, in [0, 1); 0 by default, 0.9 is usual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float Momentum
    {
        get;
        init => field = Domain.Share(value);
    }

    /// <summary>True looks ahead along the momentum (Nesterov): the direction is gradient + momentum · v. Needs a <see cref="Momentum"/>
    /// above 0: without one, whatever uses the optimizer throws <see cref="ArgumentException"/>, as torch.optim does.</summary>
    public bool Nesterov { get; init; }

    internal override int Moments => 1;

    internal override void Check(string argument)
    {
        if (Nesterov && Momentum == 0)
        {
            throw new ArgumentException("Nesterov looks ahead along the momentum, and Momentum is 0: set one, 0.9 is usual.", argument);
        }
    }

    internal override void Apply(WeightUpdate update, long step, float? momentum)
    {
        if (momentum is null && Momentum == 0)
        {
            update.Run(default(SgdRule));
        }
        else
        {
            update.Run(new MomentumRule(momentum ?? Momentum, Nesterov));
        }
    }
}
