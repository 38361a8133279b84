namespace Layerwright;

/// <summary>The mean of each feature over a whole sequence.</summary>
/// <remarks>Input [length, features], output [features]. No state. As PyTorch's AdaptiveAvgPool1d(1) and Flatten.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePool1DAttribute : LayerAttribute
{
}
