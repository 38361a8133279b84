namespace Layerwright;

/// <summary>The sigmoid linear unit, also called Swish: x/(1 + e⁻ˣ).</summary>
/// <remarks>
/// Shape kept, no state. The derivative at 0 is ½. At −∞ the value is 0, where PyTorch's SiLU gives NaN. As PyTorch's SiLU (Elfwing et
/// al. 2017; Ramachandran et al. 2017).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SiLUAttribute : LayerAttribute;
