namespace Layerwright;

/// <summary>The loss of a regression that outliers shall not rule: the mean of |x − target|; the last layer.</summary>
/// <remarks>
/// Input [outputs]. Target: as many numbers per row. The mean is over rows and outputs, as PyTorch's l1_loss; the slope at 0 is 0.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MeanAbsoluteErrorAttribute : LayerAttribute;
