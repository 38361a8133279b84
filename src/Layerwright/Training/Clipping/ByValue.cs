using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Brings every element of every gradient to −Max … Max, as torch.nn.utils.clip_grad_value_. Directions change. Elements are
/// clipped on their way into the update, in registers where the optimizer keeps at most one moment.
/// </summary>
/// <param name="Max">The largest magnitude, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Max"/> is not a finite number above 0.</exception>
public sealed record ByValue(float Max) : GradientClipping
{
    /// <summary>The largest magnitude.</summary>
    public float Max { get; init => field = Domain.Positive(value); } = Domain.Positive(Max, nameof(Max));

    internal override bool NeedsNorm => false;

    internal override float Bound => Max;
}
