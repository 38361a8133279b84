namespace Layerwright;

/// <summary>
/// Group normalisation, y = γ·(x − mean)/√(variance + ε) + β: in each row over every group of neighbouring channels with all their
/// positions, in training and prediction alike.
/// </summary>
/// <remarks>
/// Shape kept; takes images, sequences and vectors. State: <c>weight</c> (γ, starts at 1) and <c>bias</c> (β, starts at 0), each
/// [channels]. The variance is the biased one, as in PyTorch's GroupNorm (Wu and He 2018). One group is layer normalisation over
/// positions too, as many groups as channels instance normalisation. On a flattened image groups are runs of PyTorch's order
/// (channels, height, width).
/// </remarks>
/// <param name="groups">Groups of channels, at least 1; they must divide the channels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>Groups of channels.</summary>
    public int Groups { get; } = groups;

    /// <summary>Added to the variance under the root, above 0. Default: 1e-5.</summary>
    public double Epsilon { get; set; } = 1e-5;
}
