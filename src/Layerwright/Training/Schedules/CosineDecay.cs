using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Half a cosine from 1 down to <see cref="MinimumFactor"/>: m + (1 − m)·(1 + cos(π·t/T))/2 at step t of T. As PyTorch's
/// CosineAnnealingLR, taken per step (Loshchilov and Hutter 2017, without restarts).
/// </summary>
public sealed record CosineDecay : Schedule
{
    /// <summary>Epochs until the minimum, where the rate then stays. Default: null, the whole fit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int? Epochs
    {
        get;
        init => field = Domain.Epochs(value);
    }

    /// <summary>The factor at the end, from 0 to 1. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in 0 … 1.</exception>
    public float MinimumFactor
    {
        get;
        init => field = Domain.Between0And1(value);
    }

    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch)
    {
        long span = Epochs * stepsPerEpoch ?? totalSteps;
        return (float)Cosine.Between(1, MinimumFactor, Math.Min((double)step / span, 1));
    }
}
