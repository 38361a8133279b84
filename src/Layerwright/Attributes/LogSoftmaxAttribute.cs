namespace Layerwright;

/// <summary>The logarithm of the softmax over the features, x − log Σeˣ.</summary>
/// <remarks>
/// Shape kept, no state. The largest is subtracted first, so that inputs of any size are safe. As PyTorch's LogSoftmax(dim=-1).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LogSoftmaxAttribute : LayerAttribute;
