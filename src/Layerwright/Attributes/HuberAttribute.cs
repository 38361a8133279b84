namespace Layerwright;

/// <summary>
/// The loss of a regression, square near the target and straight far from it: the mean of e²/2 for |e| below
/// <see cref="Delta"/>, else of delta·(|e| − delta/2), where e = x − target; the last layer.
/// </summary>
/// <remarks>
/// Input [outputs]. Target: as many numbers per row. The mean is over rows and outputs, as PyTorch's huber_loss (Huber 1964).
/// </remarks>
/// <param name="delta">Where it turns straight, above 0. Default: 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HuberAttribute(double delta = 1) : LayerAttribute
{
    /// <summary>Where it turns straight.</summary>
    public double Delta { get; } = delta;
}
