namespace Layerwright;

/// <summary>Layer normalisation, y = γ·(x − mean)/√(variance + ε) + β: over the features of each row, in training and prediction alike.</summary>
/// <remarks>
/// Shape kept. State: <c>weight</c> (γ, starts at 1) and <c>bias</c> (β, starts at 0), each [features]. The variance is the
/// biased one, as in PyTorch's LayerNorm over the last axis (Ba, Kiros and Hinton 2016). Rows do not depend on one another.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance under the root, above 0. Default: 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
