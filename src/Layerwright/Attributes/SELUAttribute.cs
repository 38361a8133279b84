namespace Layerwright;

/// <summary>The scaled exponential linear unit: λ·x where x is positive, λ·α·(eˣ − 1) elsewhere, λ = 1.0507, α = 1.6733.</summary>
/// <remarks>
/// Shape kept, no state. Keeps activations near mean 0 and variance 1 where weights start from <see cref="Init.LeCun"/>, without
/// normalisation layers. The derivative at 0 is λ·α = 1.7581, as in PyTorch's SELU (Klambauer et al. 2017).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SELUAttribute : LayerAttribute;
