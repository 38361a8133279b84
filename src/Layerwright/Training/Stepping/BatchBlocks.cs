namespace Layerwright.Runtime;

/// <summary>
/// How a batch is cut into blocks of rows: by the plan, and a batch of a single block into two halves where each is work enough for a
/// thread. It follows from the network and the rows alone, never from the threads: a block's sums are its own.
/// </summary>
internal sealed class BatchBlocks
{
    /// <summary>Less forward work than this (operations) is not cut: see <see cref="TrainingEngine"/> for what is worth sharing.</summary>
    private const long WorthCutting = 3_000_000;

    /// <summary>The product's tile takes up to eight lines at once.</summary>
    private const int TileRows = 8;

    private readonly int _rowsPerBlock;

    public BatchBlocks(NetworkBlueprint blueprint)
    {
        _rowsPerBlock = blueprint.RowsPerBlock;
        FlopsPerRow = blueprint.Layers.Sum(layer => layer.FlopsPerRow);
    }

    /// <summary>Operations that a row's forward pass takes.</summary>
    public long FlopsPerRow { get; }

    /// <summary>Rows of a block of a batch; the last may have fewer.</summary>
    public int RowsPerBlock(int rows) =>
        rows <= _rowsPerBlock && rows >= 2 * TileRows && FlopsPerRow * rows >= WorthCutting
            ? (((rows + 1) / 2) + TileRows - 1) / TileRows * TileRows
            : _rowsPerBlock;

    /// <summary>Blocks of a batch.</summary>
    public int Count(int rows)
    {
        int rowsPerBlock = RowsPerBlock(rows);
        return (int)(((long)rows + rowsPerBlock - 1) / rowsPerBlock);
    }

    /// <summary>Most blocks of a batch of up to so many rows.</summary>
    public int Most(int maxBatchSize) => Math.Max(Count(maxBatchSize), Count(Math.Min(maxBatchSize, _rowsPerBlock)));
}
