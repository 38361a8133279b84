namespace Layerwright;

/// <summary>The Gaussian error linear unit, x·Φ(x), Φ the distribution function of N(0, 1).</summary>
/// <remarks>
/// Shape kept, no state. The derivative at 0 is ½; it is 1 from about x = 5.5 on and 0 below about −14, as float32 has it. At −∞ the
/// value is 0, where PyTorch's GELU gives NaN. As PyTorch's GELU (Hendrycks and Gimpel 2016).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GELUAttribute : LayerAttribute
{
    /// <summary>
    /// Use ½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³))) instead, PyTorch's <c>approximate="tanh"</c>: for weights trained with it.
    /// Default: false.
    /// </summary>
    public bool Approximate { get; set; }
}
