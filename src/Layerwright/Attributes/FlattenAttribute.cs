namespace Layerwright;

/// <summary>All numbers of an image or sequence as one vector, in their order: height, width, channels, or steps, features.</summary>
/// <remarks>
/// Input [height, width, channels] or [length, features], output their product. The state of the layers behind it, up to and
/// including the next Dense or Maxout, has the order of PyTorch's Flatten (channels, height, width), so that weights can be
/// exchanged; what the network itself puts out keeps the order of the image.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute
{
}
