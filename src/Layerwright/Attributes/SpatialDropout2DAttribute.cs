namespace Layerwright;

/// <summary>Sets whole channels of an image to 0 at random in training, and multiplies the others by 1/(1 − rate); does nothing in prediction.</summary>
/// <remarks>
/// Shape kept, [height, width, channels]. Neighbouring pixels hold much the same, so that dropping them one by one drops little; a
/// channel falls as a whole in each row (Tompson et al. 2015; PyTorch's Dropout2d). Masks are a function of seed, step, layer, row
/// and channel; nothing is stored.
/// </remarks>
/// <param name="rate">Share of channels that is dropped, at least 0 and below 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SpatialDropout2DAttribute(double rate) : LayerAttribute
{
    /// <summary>Share of channels that is dropped.</summary>
    public double Rate { get; } = rate;
}
