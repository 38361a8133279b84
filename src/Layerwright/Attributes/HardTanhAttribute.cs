namespace Layerwright;

/// <summary>x within −1 and 1, a tanh of three straight lines.</summary>
/// <remarks>
/// Shape kept, no state. The derivative is 0 at −1 and at 1, as in PyTorch's Hardtanh (Collobert 2004).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardTanhAttribute : LayerAttribute;
