namespace Layerwright;

/// <summary>
/// How the learning rate changes while a trainer fits: a factor on the optimizer's rate, taken anew for every step. Without a
/// schedule the rate is constant.
/// </summary>
public abstract record Schedule
{
    /// <summary>The factor on the learning rate for one step.</summary>
    /// <param name="step">The step about to be made, from 0 to <paramref name="totalSteps"/> − 1.</param>
    /// <param name="totalSteps">Steps of the whole fit, if it runs to its end.</param>
    /// <param name="stepsPerEpoch">Steps of one epoch.</param>
    public abstract float Factor(long step, long totalSteps, long stepsPerEpoch);
}
