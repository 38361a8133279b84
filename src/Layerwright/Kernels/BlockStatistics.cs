namespace Layerwright.Kernels;

/// <summary>
/// The parts of a statistic that row blocks gathered, two rows a block, combined in block order so that the result does not
/// depend on threads.
/// </summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public readonly unsafe struct BlockStatistics
{
    internal readonly Tensor Parts;

    internal BlockStatistics(Tensor parts, int rows, int rowsPerBlock)
    {
        Parts = parts;
        Rows = rows;
        RowsPerBlock = rowsPerBlock;
    }

    /// <summary>Rows of the batch; of images and sequences their lines.</summary>
    public int Rows { get; }

    /// <summary>Rows of a block; the last may have fewer.</summary>
    public int RowsPerBlock { get; }

    /// <summary>Blocks that the rows make.</summary>
    internal int Blocks => (Rows + RowsPerBlock - 1) / RowsPerBlock;
}
