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
        init
        {
            if (value is { } epochs)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1, nameof(Epochs));
            }

            field = value;
        }
    }

    /// <summary>The factor at the end, from 0 to 1. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in 0 … 1.</exception>
    public float MinimumFactor
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumFactor), value, "The factor at the end must be from 0 to 1.");
    }

    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch)
    {
        long span = Epochs * stepsPerEpoch ?? totalSteps;
        double position = Math.Min((double)step / span, 1);
        return (float)(MinimumFactor + (1.0 - MinimumFactor) * (1 + Math.Cos(Math.PI * position)) / 2);
    }
}
