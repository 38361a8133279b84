namespace Layerwright;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks>Shape kept, no state. Saturates: its gradient vanishes for |x| above 3.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TanhAttribute : LayerAttribute;
