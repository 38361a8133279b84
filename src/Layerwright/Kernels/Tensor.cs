using System.Diagnostics;

namespace Layerwright.Kernels;

/// <summary>
/// A view of rows of floats: <see cref="Columns"/> logical elements a row, rows <see cref="Stride"/> elements apart.
/// It owns nothing; its memory is pinned by the network, step or predictor that made it.
/// </summary>
/// <remarks>
/// Rows made by the library are padded to a whole number of vectors. What stands in the padding is finite, and zero in
/// weights and gradients, so kernels load and store whole vectors without masks.
/// </remarks>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
[DebuggerDisplay("{Columns} columns, {Stride} apart")]
public readonly unsafe struct Tensor
{
    internal readonly float* Data;

    internal Tensor(float* data, int columns, int stride)
    {
        Data = data;
        Columns = columns;
        Stride = stride;
    }

    /// <summary>Logical elements in a row.</summary>
    public int Columns { get; }

    /// <summary>Elements from the start of one row to the start of the next.</summary>
    public int Stride { get; }

    /// <summary>True where there is no tensor (an absent bias, a gradient nobody asked for).</summary>
    public bool IsAbsent => Data == null;

    internal Tensor FromRow(int row) => new(Data + (nint)row * Stride, Columns, Stride);

    internal Span<float> Row(int row) => new(Data + (nint)row * Stride, Columns);
}
