using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>One entry of the state dictionary.</summary>
/// <param name="Key">PyTorch's name: <c>dense1.weight</c>.</param>
/// <param name="Layer">Index into <see cref="NetworkBlueprint.Layers"/>.</param>
/// <param name="Kind">How it is stored.</param>
/// <param name="Outputs">Rows of PyTorch's weight, or the vector's length.</param>
/// <param name="Inputs">Columns of PyTorch's weight; 1 for vectors.</param>
/// <param name="Start">Its first values.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterInfo(string Key, int Layer, ParameterKind Kind, int Outputs, int Inputs, Initializer Start)
{
    /// <summary>λ of λ·‖w‖₁ at the start of training.</summary>
    public float L1 { get; init; }

    /// <summary>λ of ½·λ·‖w‖² at the start of training.</summary>
    public float L2 { get; init; }

    /// <summary>True for weights proper: weight decay skips biases, scales and shifts unless told otherwise.</summary>
    public bool IsDecayed { get; init; }

    /// <summary>True where training leaves it as it is.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>
    /// Rows of PyTorch's weight that one output is the largest of: there [outputs/pieces, pieces], here piece after piece. 1 but
    /// for maxout layers.
    /// </summary>
    public int Pieces { get; init; } = 1;

    /// <summary>True for what gets gradients and updates.</summary>
    internal bool IsTrainable => Kind != ParameterKind.Statistic && !IsFrozen;

    /// <summary>True for what training moves without a gradient.</summary>
    internal bool IsLiveStatistic => Kind == ParameterKind.Statistic && !IsFrozen;
}
