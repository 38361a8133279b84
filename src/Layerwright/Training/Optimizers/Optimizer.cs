using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// How weights follow their gradients: immutable settings. Moments and step counts belong to the training step that uses it, so
/// one optimizer may serve many; a step that is given an optimizer of another type starts its moments anew.
/// </summary>
public abstract record Optimizer
{
    private protected Optimizer(float learningRate, float weightDecay)
    {
        LearningRate = learningRate;
        WeightDecay = weightDecay;
    }

    /// <summary>The rate before <see cref="TrainingStep{TNetwork}.LearningRateFactor"/> and layers' multipliers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float LearningRate
    {
        get;
        init => field = Domain.NotNegative(value);
    }

    /// <summary>How strongly weights are drawn to 0; biases, scales and shifts only where <see cref="DecayAll"/> is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float WeightDecay
    {
        get;
        init => field = Domain.NotNegative(value);
    }

    /// <summary>True lets decay act on biases and normalisation too, as PyTorch's optimizers do; false by default.</summary>
    public bool DecayAll { get; init; }

    /// <summary>Numbers kept for each parameter between steps.</summary>
    internal abstract int Moments { get; }

    /// <summary>Refuses settings that contradict each other, before anything is computed.</summary>
    internal virtual void Check(string argument)
    {
    }

    /// <summary>Hands the rule of step number <paramref name="step"/> (from 1) to the update: one virtual call a step.</summary>
    internal abstract void Apply(WeightUpdate update, long step);
}
