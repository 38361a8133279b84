using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Whole batches of a data set without end, its rows in another order each time round.</summary>
internal sealed class BatchStream
{
    private readonly IBatchSource _data;
    private readonly Batch _batch;
    private readonly int[] _order;
    private readonly ulong _seed;
    private ulong _round;
    private int _next;

    /// <param name="data">Rows that fit the network.</param>
    /// <param name="network">The network.</param>
    /// <param name="batchSize">Rows of a batch, unless there are fewer.</param>
    /// <param name="seed">Decides the order.</param>
    public BatchStream(IBatchSource data, NetworkBlueprint network, int batchSize, ulong seed)
    {
        BatchSize = Math.Min(batchSize, data.Count);
        _data = data;
        _batch = new Batch(BatchSize, network);
        _order = new int[data.Count];
        _seed = seed;
        _next = _order.Length;
    }

    /// <summary>Rows of every batch.</summary>
    public int BatchSize { get; }

    /// <summary>Whole batches before a row comes again.</summary>
    public int PerRound => _order.Length / BatchSize;

    /// <summary>The next rows; valid until the call after it.</summary>
    public Batch Next()
    {
        if (_order.Length - _next < BatchSize)
        {
            Shuffling.Permute(_order, _seed, _round++);
            _next = 0;
        }

        _batch.Fill(_data, _order.AsSpan(_next, BatchSize));
        _next += BatchSize;
        return _batch;
    }
}
