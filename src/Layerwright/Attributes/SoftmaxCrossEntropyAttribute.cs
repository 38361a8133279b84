namespace Layerwright;

/// <summary>
/// The loss of a classifier: softmax and cross-entropy, −log softmax(x)[label], as one numerically stable step; the last layer.
/// </summary>
/// <remarks>
/// Input [classes], raw scores. Target: a class number per row, from 0. The mean is over rows. <c>Forward</c> gives raw scores,
/// <c>Predict</c> probabilities. As PyTorch's cross_entropy.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxCrossEntropyAttribute : LayerAttribute;
