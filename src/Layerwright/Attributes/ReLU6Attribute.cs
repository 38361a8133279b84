namespace Layerwright;

/// <summary>The rectified linear unit that ends at 6, min(max(x, 0), 6).</summary>
/// <remarks>
/// Shape kept, no state. The derivative is 0 at 0 and at 6, as in PyTorch's ReLU6 (Krizhevsky 2010; Howard et al. 2017).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReLU6Attribute : LayerAttribute;
