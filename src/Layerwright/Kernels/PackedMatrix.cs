namespace Layerwright.Kernels;

/// <summary>
/// Weights in panels <c>[output panel][input][panel width]</c>, the order in which the product reads them.
/// A panel is two vectors wide, the last one may be one; the panel layout has the arithmetic. Of a grouped convolution's weights
/// each group's outputs are such a matrix of their own, one after the other.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly unsafe struct PackedMatrix
{
    internal readonly float* Data;

    /// <summary>
    /// A copy with each output's weights side by side, for the product of one row: two or four rows, zeros behind the last output, of as
    /// many inputs as fill whole vectors. Null where there is none.
    /// </summary>
    internal readonly float* Rows;

    internal PackedMatrix(float* data, int inputs, int outputs, int groups = 1, float* rows = null)
    {
        Data = data;
        Rows = rows;
        Inputs = inputs;
        Outputs = outputs;
        Groups = groups;
    }

    /// <summary>Rows of the mathematical matrix: the depth of the product. Of one group, where there are several.</summary>
    public int Inputs { get; }

    /// <summary>Columns of the mathematical matrix: what the product yields a row. Of all groups.</summary>
    public int Outputs { get; }

    /// <summary>Matrices that follow one another, each with an equal part of the outputs; 1 but for grouped convolutions.</summary>
    public int Groups { get; }

    /// <summary>One group's matrix.</summary>
    internal PackedMatrix Group(int group)
    {
        int outputs = Outputs / Groups;
        return new(Data + (nint)(group * PanelLayout.PackedLength(Inputs, outputs)), Inputs, outputs);
    }
}

/// <summary>A run of neighbouring output panels: what one thread takes of a weight gradient.</summary>
/// <param name="First">Index of the first panel.</param>
/// <param name="Count">Number of panels.</param>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly record struct PanelRange(int First, int Count);
