namespace Layerwright;

/// <summary>x·tanh(log(1 + eˣ)).</summary>
/// <remarks>
/// Shape kept, no state. The derivative at 0 is 0.6. At −∞ the value is 0, where PyTorch's Mish gives NaN. As PyTorch's Mish (Misra 2019).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MishAttribute : LayerAttribute;
