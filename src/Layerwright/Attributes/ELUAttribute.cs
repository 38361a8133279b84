namespace Layerwright;

/// <summary>The exponential linear unit: x where x is positive, <see cref="Alpha"/>·(eˣ − 1) elsewhere.</summary>
/// <remarks>
/// Shape kept, no state. The derivative at 0 is <see cref="Alpha"/>, as in PyTorch's ELU (Clevert et al. 2015). The derivative is taken
/// from the output, for an alpha of 0 or less from the input.
/// </remarks>
/// <param name="alpha">The negative side ends at −alpha; any finite number. Default: 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ELUAttribute(double alpha = 1) : LayerAttribute
{
    /// <summary>The negative side ends at minus this.</summary>
    public double Alpha { get; } = alpha;
}
