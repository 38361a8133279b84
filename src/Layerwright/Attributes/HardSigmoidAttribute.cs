namespace Layerwright;

/// <summary>(x + 3)/6 within 0 and 1, a sigmoid of three straight lines.</summary>
/// <remarks>
/// Shape kept, no state. The derivative is 0 at −3 and at 3, as in PyTorch's Hardsigmoid (Howard et al. 2019).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardSigmoidAttribute : LayerAttribute;
