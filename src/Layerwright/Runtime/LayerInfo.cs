using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>One layer as the summary shows it and the probes number it.</summary>
/// <param name="Name">The member's name, with its blocks: <c>Residual1.Branch.Dense1</c>.</param>
/// <param name="Kind">The attribute's name: <c>Dense</c>.</param>
/// <param name="OutputLength">Elements of one row of its output.</param>
/// <param name="OutputShape">Its output's shape as text: <c>512</c>, <c>28×28×16</c>.</param>
/// <param name="ParameterCount">Parameters, frozen ones too, without running statistics.</param>
/// <param name="FlopsPerRow">Floating-point operations of one row's forward pass (a multiply-add counts two).</param>
/// <param name="FusedWith">The layer whose pass it runs in, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record LayerInfo(
    string Name, string Kind, int OutputLength, string OutputShape, int ParameterCount, long FlopsPerRow, string? FusedWith = null)
{
    /// <summary>Elements of one row of a weight layer's input, where its weights are shared by several positions; else null.</summary>
    public int? InputLength { get; init; }

    /// <summary>Lines of one row of its output: pixels or steps.</summary>
    public int Positions { get; init; } = 1;

    /// <summary>True for a layer that normalises: its handle is a <see cref="NormLayer"/>.</summary>
    public bool IsNormalization { get; init; }

    /// <summary>True for an activation of the ReLU family.</summary>
    public bool IsRectifier { get; init; }

    /// <summary>The least and the largest value that an activation puts out; null where neither side is held.</summary>
    public (float Least, float Most)? Bounds { get; init; }
}
