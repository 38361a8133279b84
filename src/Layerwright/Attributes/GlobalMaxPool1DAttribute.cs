namespace Layerwright;

/// <summary>The largest of each feature over a whole sequence.</summary>
/// <remarks>Input [length, features], output [features]. No state. As PyTorch's AdaptiveMaxPool1d(1) and Flatten; of equal steps the first gets the gradient.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalMaxPool1DAttribute : LayerAttribute
{
}
