using Layerwright.CodeModel.Operations;

namespace Layerwright.CodeModel.Planning;

/// <summary>
/// How many rows run through a segment together. A literal of the plan, not of the machine: sums over rows are made of blocks, and
/// must come out the same everywhere.
/// </summary>
internal static class RowBlocking
{
    /// <summary>A quarter of a usual second-level cache, in floats: the rest is the weights'.</summary>
    private const int CachedFloats = 64 * 1024;

    /// <summary>The product's tile takes up to eight lines at once.</summary>
    private const int TileRows = 8, MostTiles = 4;

    /// <param name="operations">
    /// One forward pass before fusion. What each reads and writes shall find room in the cache; elementwise passes need none, since
    /// they join others or read everything once.
    /// </param>
    public static int RowsPerBlock(IReadOnlyCollection<Operation> operations)
    {
        long widest = operations
            .Where(operation => !operation.IsElementwise && !operation.IsObserving)
            .Select(operation => Tensors(operation).Sum(tensor => (long)tensor.Length))
            .DefaultIfEmpty(1)
            .Max();
        int rows = (int)(CachedFloats / widest);
        if (rows >= TileRows)
        {
            return TileRows * Math.Min(MostTiles, rows / TileRows);
        }

        // An image fills the tile by its own lines, and may fill the cache.
        return operations.Any(operation => Tensors(operation).Any(tensor => tensor.Positions > 1)) ? Math.Max(1, rows) : TileRows;
    }

    private static IEnumerable<Tensor> Tensors(Operation operation) => operation.Reads().Concat(operation.Writes()).Distinct();
}
