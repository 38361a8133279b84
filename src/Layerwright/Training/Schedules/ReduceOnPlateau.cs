using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Multiplies the learning rate by <see cref="ReductionFactor"/> when the loss has not improved for more than <see cref="Patience"/>
/// epochs in a row. Looks once per epoch, at the validation loss, or the training loss where there is no validation data. As PyTorch's
/// ReduceLROnPlateau with mode "min" and a relative threshold.
/// </summary>
/// <remarks>What it saw so far belongs to the fit, each of which begins anew; <see cref="Factor"/>, which sees no loss, is 1.</remarks>
public sealed record ReduceOnPlateau : Schedule
{
    /// <summary>The factor of each reduction, above 0 and below 1. Default: 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0 and below 1.</exception>
    public float ReductionFactor
    {
        get;
        init => field = Domain.Share(Domain.Positive(value));
    } = 0.1f;

    /// <summary>Epochs in a row without improvement that are borne; the next one reduces the rate. Default: 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Patience));
            field = value;
        }
    } = 10;

    /// <summary>An improvement is a loss below best · (1 − threshold); in [0, 1). Default: 1e-4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in [0, 1).</exception>
    public float Threshold
    {
        get;
        init => field = Domain.Share(value);
    } = 1e-4f;

    /// <summary>Epochs after a reduction in which none counts as one without improvement. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Cooldown
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Cooldown));
            field = value;
        }
    }

    /// <summary>The rate that no reduction goes below. Default: 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float MinimumRate
    {
        get;
        init => field = Domain.NotNegative(value);
    }

    /// <summary>A reduction of the rate by no more than this is not made. Default: 1e-8.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float Epsilon
    {
        get;
        init => field = Domain.NotNegative(value);
    } = 1e-8f;

    /// <inheritdoc/>
    internal override (ReduceOnPlateau Settings, long FirstStep)? Plateau => (this, 0);

    /// <summary>1: the losses of a fit decide, and only a fit knows them.</summary>
    /// <inheritdoc/>
    public override float Factor(long step, long totalSteps, long stepsPerEpoch) => 1;
}
