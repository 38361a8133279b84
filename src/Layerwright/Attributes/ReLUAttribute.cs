namespace Layerwright;

/// <summary>The rectified linear unit, max(0, x).</summary>
/// <remarks>Shape kept, no state. The derivative at 0 is 0, as in PyTorch.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReLUAttribute : LayerAttribute;
