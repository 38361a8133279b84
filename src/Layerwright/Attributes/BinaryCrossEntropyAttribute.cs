namespace Layerwright;

/// <summary>
/// The loss of independent yes-or-no outputs: sigmoid and binary cross-entropy as one numerically stable step; the last layer.
/// </summary>
/// <remarks>
/// Input [outputs], raw scores. Target: as many numbers in 0…1 per row. The mean is over rows and outputs. <c>Forward</c> gives raw
/// scores, <c>Predict</c> probabilities. As PyTorch's binary_cross_entropy_with_logits.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BinaryCrossEntropyAttribute : LayerAttribute;
