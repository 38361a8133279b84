namespace Layerwright;

/// <summary>How an epoch's rows fall into batches.</summary>
/// <param name="Rows">Rows of the data set.</param>
/// <param name="BatchSize">Rows of a whole batch.</param>
/// <param name="Batches">Batches of an epoch.</param>
/// <param name="BatchesPerUpdate">Batches whose gradients make one update of the weights; the last group of an epoch may have fewer.</param>
internal readonly record struct BatchPlan(int Rows, int BatchSize, int Batches, int BatchesPerUpdate)
{
    /// <summary>Updates of an epoch.</summary>
    public int Updates => (int)(((long)Batches + BatchesPerUpdate - 1) / BatchesPerUpdate);

    /// <summary>Rows of the largest update.</summary>
    public int LargestUpdate => (int)Math.Min(Rows, (long)BatchSize * BatchesPerUpdate);

    /// <summary>Plans whole batches and, unless it is dropped, the remainder.</summary>
    /// <param name="rows">Rows of the data set.</param>
    /// <param name="batchSize">Rows of a whole batch.</param>
    /// <param name="batchesPerUpdate">Batches that make one update.</param>
    /// <param name="dropLast">Leave a partial batch out.</param>
    /// <param name="batchStatisticsLayer">
    /// A layer that normalises over the batch, if there is one: then a remainder of one row is left out, since it has no
    /// variance; in the next epoch's order another row comes last.
    /// </param>
    /// <exception cref="ArgumentException">Nothing would be left to train on.</exception>
    public static BatchPlan Of(int rows, int batchSize, int batchesPerUpdate, bool dropLast, string? batchStatisticsLayer)
    {
        if (batchStatisticsLayer is not null && Math.Min(rows, batchSize) == 1)
        {
            string found = rows == 1 ? "the data set has 1 row" : $"the batch size is {batchSize}";
            throw new ArgumentException($"{batchStatisticsLayer} normalises over the batch and needs at least 2 rows in each; {found}.");
        }

        int whole = rows / batchSize, remainder = rows % batchSize;
        bool trainsRemainder = remainder > (batchStatisticsLayer is null ? 0 : 1) && !dropLast;
        int batches = trainsRemainder ? whole + 1 : whole;
        return batches > 0
            ? new BatchPlan(rows, batchSize, batches, batchesPerUpdate)
            : throw new ArgumentException(
                $"{rows} rows are less than one batch of {batchSize}, and partial batches are dropped (DropLast).");
    }

    /// <summary>The places of a batch in the epoch's order.</summary>
    public Range this[int batch] => (batch * BatchSize)..Math.Min(Rows, (batch + 1) * BatchSize);

    /// <summary>The update that a batch belongs to.</summary>
    public int UpdateOf(int batch) => batch / BatchesPerUpdate;

    /// <summary>Whether a batch is the first of its update.</summary>
    public bool IsFirst(int batch) => batch % BatchesPerUpdate == 0;

    /// <summary>Whether a batch is the last of its update.</summary>
    public bool IsLast(int batch) => IsFirst(batch + 1) || batch == Batches - 1;

    /// <summary>The places of an update's rows in the epoch's order.</summary>
    public Range RowsOfUpdate(int update) =>
        this[update * BatchesPerUpdate].Start..this[(int)Math.Min(((long)update + 1) * BatchesPerUpdate, Batches) - 1].End;
}
