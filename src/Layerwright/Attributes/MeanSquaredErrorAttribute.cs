namespace Layerwright;

/// <summary>The loss of a regression: the mean of (x − target)²; the last layer.</summary>
/// <remarks>
/// Input [outputs]. Target: as many numbers per row. The mean is over rows and outputs, as PyTorch's mse_loss.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MeanSquaredErrorAttribute : LayerAttribute;
