namespace Layerwright;

/// <summary>An image enlarged by a whole factor, each pixel repeated over a square.</summary>
/// <remarks>
/// Input [height, width, channels], output [height · factor, width · factor, channels]. No state. As PyTorch's Upsample with mode
/// nearest.
/// </remarks>
/// <param name="factor">How many times higher and wider, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Upsample2DAttribute(int factor) : LayerAttribute
{
    /// <summary>How many times higher and wider.</summary>
    public int Factor { get; } = factor;
}
