using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>One array of a predictor's own weights.</summary>
/// <param name="Outputs">Columns of the matrix, or the vector's length.</param>
/// <param name="Inputs">Depth of the matrix; 0 for a vector.</param>
/// <param name="Groups">Packed matrices that follow one another, each with an equal part of the outputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SnapshotInfo(int Outputs, int Inputs = 0, int Groups = 1);
