namespace Layerwright.Kernels;

/// <summary>
/// Weights in panels <c>[output panel][input][panel width]</c>, the order in which the product reads them.
/// A panel is two vectors wide, the last one may be one; the panel layout has the arithmetic.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly unsafe struct PackedMatrix
{
    internal readonly float* Data;

    internal PackedMatrix(float* data, int inputs, int outputs)
    {
        Data = data;
        Inputs = inputs;
        Outputs = outputs;
    }

    /// <summary>Rows of the mathematical matrix: the depth of the product.</summary>
    public int Inputs { get; }

    /// <summary>Columns of the mathematical matrix: what the product yields a row.</summary>
    public int Outputs { get; }
}

/// <summary>A run of neighbouring output panels: what one thread takes of a weight gradient.</summary>
/// <param name="First">Index of the first panel.</param>
/// <param name="Count">Number of panels.</param>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly record struct PanelRange(int First, int Count);
