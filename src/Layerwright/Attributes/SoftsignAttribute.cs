namespace Layerwright;

/// <summary>x/(1 + |x|).</summary>
/// <remarks>
/// Shape kept, no state. The derivative at 0 is 1. At ±∞ the value is ±1, where PyTorch's Softsign gives NaN. As PyTorch's Softsign
/// (Glorot and Bengio 2010).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftsignAttribute : LayerAttribute;
