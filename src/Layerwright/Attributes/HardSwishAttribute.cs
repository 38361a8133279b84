namespace Layerwright;

/// <summary>x·(x + 3)/6 for x between −3 and 3, 0 below, x above.</summary>
/// <remarks>
/// Shape kept, no state. The derivative is −½ at −3 and 1 at 3, as in PyTorch's Hardswish where it is vectorised (its scalar tail has 1½
/// at 3). At −∞ the value is 0, where PyTorch gives NaN (Howard et al. 2019).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardSwishAttribute : LayerAttribute;
