namespace Layerwright;

/// <summary>
/// Batch normalisation, y = γ·(x − mean)/√(variance + ε) + β: per feature, with the batch's statistics in training and the
/// running ones in prediction.
/// </summary>
/// <remarks>
/// Shape kept. State: <c>weight</c> (γ, starts at 1), <c>bias</c> (β, starts at 0), <c>running_mean</c>, <c>running_var</c>, each
/// [features]. The biased variance normalises, the unbiased one enters the running variance, as in PyTorch's BatchNorm1d
/// (Ioffe and Szegedy 2015). Training a batch of one row throws unless it is frozen. A predictor folds it into the weights before it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormAttribute : LayerAttribute
{
    /// <summary>The share of the new batch in the running statistics, in [0, 1]. Default: 0.1. (Keras states 1 minus this.)</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Added to the variance under the root, above 0. Default: 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>
    /// Start γ at 0, so that a residual branch that ends here starts as the identity (Goyal et al. 2017). Default: false.
    /// </summary>
    public bool ZeroGamma { get; set; }

    /// <summary>
    /// Normalise with the running statistics in training too, and change nothing: γ, β and the running statistics stay as they
    /// are (PyTorch's module in evaluation mode, without gradients). Rows are independent then: one row can be trained.
    /// Default: false.
    /// </summary>
    public bool Frozen { get; set; }
}
