namespace Layerwright;

/// <summary>The mean of each channel over a whole image (Lin, Chen and Yan 2014).</summary>
/// <remarks>Input [height, width, channels], output [channels]. No state. As PyTorch's AdaptiveAvgPool2d(1) and Flatten.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalAveragePool2DAttribute : LayerAttribute
{
}
