using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// How the learning rate changes while a trainer fits: a factor on the optimizer's rate, taken anew for every step; some change
/// the momentum too. Immutable settings: what runs belongs to the fit. Without a schedule the rate is constant.
/// </summary>
/// <remarks>In a loop of your own set <see cref="TrainingStep{TNetwork}.LearningRateFactor"/> and
/// <see cref="TrainingStep{TNetwork}.Momentum"/> before each step.</remarks>
public abstract record Schedule
{
    /// <summary>The factor on the learning rate for one step.</summary>
    /// <param name="step">The step about to be made, from 0 to <paramref name="totalSteps"/> − 1.</param>
    /// <param name="totalSteps">Steps (updates of the weights) of the whole fit, if it runs to its end.</param>
    /// <param name="stepsPerEpoch">Steps of one epoch.</param>
    public abstract float Factor(long step, long totalSteps, long stepsPerEpoch);

    /// <summary>
    /// What stands in for the optimizer's momentum, or β₁, in one step; null, as by default, leaves the optimizer's own.
    /// </summary>
    /// <inheritdoc cref="Factor" path="/param"/>
    public virtual float? Momentum(long step, long totalSteps, long stepsPerEpoch) => null;

    /// <summary>What reduces the rate by the fit's losses, and the steps before it begins to look at them; null for most.</summary>
    internal virtual (ReduceOnPlateau Settings, long FirstStep)? Plateau => null;

    /// <summary>Its settings, the same in every culture.</summary>
    public sealed override string ToString() => RecordText.Write(GetType().Name, PrintMembers);
}
