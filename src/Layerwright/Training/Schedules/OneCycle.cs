using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// One cycle (Smith and Topin 2019) as PyTorch's OneCycleLR with cosine annealing in two phases: the rate rises from its peak /
/// <see cref="DivFactor"/> to the peak, then falls to peak / (<see cref="DivFactor"/> · <see cref="FinalDivFactor"/>). The peak is the
/// optimizer's <see cref="Optimizer.LearningRate"/>. Momentum (β₁ of Adam) runs the other way, from <see cref="MaxMomentum"/> down
/// to <see cref="BaseMomentum"/> and back.
/// </summary>
/// <remarks>Each phase goes from a to b as b + (a − b)·(1 + cos(π·p))/2, p its share that is done. At step t of T the first ends at
/// <see cref="RisingShare"/>·T − 1, the second at T − 1.</remarks>
public sealed record OneCycle : Schedule
{
    /// <summary>Epochs of the cycle, where rate and momentum then stay. Default: null, the whole fit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? Epochs
    {
        get;
        init => field = Domain.Epochs(value);
    }

    /// <summary>The share of all steps in which the rate rises, from 0 to 1: PyTorch's pct_start. Default: 0.3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in 0 … 1.</exception>
    public float RisingShare
    {
        get;
        init => field = Domain.Between0And1(value);
    } = 0.3f;

    /// <summary>The peak divided by the first rate, above 0. Default: 25.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float DivFactor
    {
        get;
        init => field = Domain.Positive(value);
    } = 25f;

    /// <summary>The first rate divided by the last, above 0. Default: 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive or not finite.</exception>
    public float FinalDivFactor
    {
        get;
        init => field = Domain.Positive(value);
    } = 1e4f;

    /// <summary>
    /// Cycle the momentum (<see cref="Sgd"/>, <see cref="RmsProp"/>) or β₁ (<see cref="Adam"/>, <see cref="AdamW"/>) too, whatever the
    /// optimizer's own. Default: true; false is needed with <see cref="AdaGrad"/>, which has none.
    /// </summary>
    public bool CycleMomentum { get; init; } = true;

    /// <summary>The momentum at the peak of the rate, in [0, 1). Default: 0.85.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float BaseMomentum
    {
        get;
        init => field = Domain.Share(value);
    } = 0.85f;

    /// <summary>The momentum at the start and at the end, in [0, 1). Default: 0.95.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float MaxMomentum
    {
        get;
        init => field = Domain.Share(value);
    } = 0.95f;

    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch)
    {
        double first = 1.0 / DivFactor;
        return (float)At(step, Span(totalSteps, stepsPerEpoch), first, 1, first / FinalDivFactor);
    }

    /// <inheritdoc/>
    public override float? Momentum(long step, long totalSteps, long stepsPerEpoch) => CycleMomentum
        ? (float)At(step, Span(totalSteps, stepsPerEpoch), MaxMomentum, BaseMomentum, MaxMomentum)
        : null;

    private long Span(long totalSteps, long stepsPerEpoch) => Epochs * stepsPerEpoch ?? totalSteps;

    private double At(long step, long span, double first, double peak, double last)
    {
        double turn = ((double)RisingShare * span) - 1, end = span - 1;
        return step <= turn
            ? Cosine.Between(first, peak, turn > 0 ? step / turn : 1)
            : Cosine.Between(peak, last, end > turn ? Math.Min((step - turn) / (end - turn), 1) : 1);
    }
}
