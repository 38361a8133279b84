namespace Layerwright;

/// <summary>The largest of each channel over a whole image.</summary>
/// <remarks>Input [height, width, channels], output [channels]. No state. As PyTorch's AdaptiveMaxPool2d(1) and Flatten; of equal pixels the first gets the gradient.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalMaxPool2DAttribute : LayerAttribute
{
}
