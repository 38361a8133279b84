using System.ComponentModel;
using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// One tensor's place. Tensors of one arena that are never live together may overlap; padding keeps the order of places
/// (a tensor that begins at or after another's end still does).
/// </summary>
/// <param name="Arena">For the whole batch, or for the block at hand.</param>
/// <param name="Offset">Start in the arena, logical elements a row.</param>
/// <param name="Columns">Logical elements of a line.</param>
/// <param name="Positions">Lines of a row: pixels or steps, each padded by itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct TensorInfo(Arena Arena, int Offset, int Columns, int Positions = 1)
{
    /// <summary>Logical elements a row.</summary>
    internal int Length => Columns * Positions;

    /// <summary>Padded elements a row.</summary>
    internal int PaddedLength => checked(PanelLayout.RowStride(Columns) * Positions);
}
