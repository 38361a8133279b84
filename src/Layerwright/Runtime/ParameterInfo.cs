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

    /// <summary>True where backward needs the transposed copy (every weight whose input needs a gradient).</summary>
    public bool IsTransposed { get; init; }
}
