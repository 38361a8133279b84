namespace Layerwright;

/// <summary>A smooth ReLU, log(1 + eˣ).</summary>
/// <remarks>
/// Shape kept, no state. The derivative is the sigmoid of x, ½ at 0. As PyTorch's Softplus, whose threshold of 20 changes no float32
/// value (Dugas et al. 2001).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftplusAttribute : LayerAttribute;
