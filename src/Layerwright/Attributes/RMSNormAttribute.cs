namespace Layerwright;

/// <summary>Root-mean-square normalisation, y = γ·x/√(mean of x² + ε): over the features of each row, in training and prediction alike.</summary>
/// <remarks>
/// Shape kept. State: <c>weight</c> (γ, starts at 1), [features]; no mean is subtracted and nothing is added (Zhang and Sennrich
/// 2019). As PyTorch's RMSNorm over the last axis, whose ε is the type's machine epsilon unless it is given. Rows do not depend
/// on one another.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RMSNormAttribute : LayerAttribute
{
    /// <summary>Added to the mean square under the root, above 0. Default: 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
