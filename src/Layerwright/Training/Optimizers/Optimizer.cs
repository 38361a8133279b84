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

    /// <summary>Whether a schedule has a momentum (or β₁) to cycle.</summary>
    internal virtual bool HasMomentum => true;

    /// <summary>Refuses an optimizer that has no momentum where one is set from outside.</summary>
    internal void CheckMomentum(string argument)
    {
        if (!HasMomentum)
        {
            throw new ArgumentException(
                $"{GetType().Name} has no momentum that could be set or cycled: with OneCycle set CycleMomentum = false.", argument);
        }
    }

    /// <summary>Hands the rule of step number <paramref name="step"/> (from 1) to the update: one virtual call a step.</summary>
    /// <param name="update">What runs the rule.</param>
    /// <param name="step">The step's number.</param>
    /// <param name="momentum">Stands in for the momentum, or β₁, of the settings.</param>
    internal abstract void Apply(WeightUpdate update, long step, float? momentum);

    /// <summary>Its settings, the same in every culture.</summary>
    public sealed override string ToString() => RecordText.Write(GetType().Name, PrintMembers);
}
