namespace Layerwright.Kernels;

/// <summary>
/// The key of one layer's mask in one step. The mask itself is never stored: element (row, column) is kept or dropped by
/// a hash of the key and row · columns + column, the same for every vector width and every split over threads.
/// </summary>
/// <param name="Key">Mixed from seed, step and layer.</param>
/// <param name="Threshold">Elements whose 32 random bits are below it are dropped: rate · 2³².</param>
/// <param name="Scale">1 / (1 − rate), what survivors are multiplied by.</param>
/// <param name="FirstRow">Row of the batch at which the block starts; of an image or sequence the line.</param>
/// <param name="Columns">Logical elements a row, or a line.</param>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly record struct DropoutMask(ulong Key, uint Threshold, float Scale, int FirstRow, int Columns);
