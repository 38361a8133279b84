using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>The shape of a layer's output that fusion never stores: what a probed step needs room for.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Positions">Its positions.</param>
/// <param name="Exact">The columns that its slot must have, no more; 0 where more do no harm.</param>
internal sealed record HiddenShape(int Columns, int Positions, int Exact)
{
    public static HiddenShape Of(Shape output, Operation operation) => new(output.Channels, output.Positions, ProbeSlot.ExactColumns(operation, output));
}
