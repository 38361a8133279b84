using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>How a parameter is stored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ParameterKind
{
    /// <summary>Weights [outputs, inputs], in panels inside.</summary>
    Matrix,

    /// <summary>A vector (bias, γ, β).</summary>
    Vector,

    /// <summary>A running statistic: saved, not trained.</summary>
    Statistic,
}
