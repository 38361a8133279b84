using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// Scales all gradients g by min(1, Max / (‖g‖₂ + 1e-6)), with one norm over all trainable parameters, as
/// torch.nn.utils.clip_grad_norm_ (Pascanu, Mikolov and Bengio 2013). Directions stay. Costs a pass over stored gradients: a step
/// cannot take them straight from registers.
/// </summary>
/// <param name="Max">The largest norm, above 0.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Max"/> is not a finite number above 0.</exception>
public sealed record ByNorm(float Max) : GradientClipping
{
    private const double Epsilon = 1e-6;

    /// <summary>The largest norm.</summary>
    public float Max { get; init => field = Domain.Positive(value); } = Domain.Positive(Max, nameof(Max));

    internal override bool NeedsNorm => true;

    internal override float Scale(double norm) => (float)Math.Min(1, Max / (norm + Epsilon));
}
