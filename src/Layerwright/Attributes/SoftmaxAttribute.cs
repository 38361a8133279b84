namespace Layerwright;

/// <summary>Softmax over the features, eˣ/Σeˣ: positive, with sum 1.</summary>
/// <remarks>
/// Shape kept, no state. The largest is subtracted first, so that inputs of any size are safe. For a network that ends in
/// probabilities of classes leave it out: <see cref="SoftmaxCrossEntropyAttribute"/> includes it. As PyTorch's Softmax(dim=-1).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute;
