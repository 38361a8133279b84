using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// The pass that gives every weight its gradient: tasks cut into panels over the whole batch, taken by whoever is free. One that
/// updates the weights ends with the copies made from them, in the same job: they fill the time in which one thread waits for the other.
/// </summary>
internal sealed class WeightPass
{
    private readonly INetworkCode _network;
    private readonly StepMemory _memory;
    private readonly ChunkedSums _sums;
    private readonly DerivedCopies _copies;
    private readonly PanelChunk[] _chunks;
    private readonly int[] _chunksOf;
    private readonly int[] _left;

    public WeightPass(INetworkCode network, StepMemory memory, ChunkedSums sums, DerivedCopies copies)
    {
        _copies = copies;
        _network = network;
        _memory = memory;
        _sums = sums;
        var chunks = new List<PanelChunk>();
        int[] tasks = network.Blueprint.WeightTasks;
        for (int task = 0; task < tasks.Length; task++)
        {
            if (sums.Of(task, 1) is { Count: > 0 } chunked)
            {
                PanelChunk.AddPanels(chunks, task, chunked.Panels);
            }
            else
            {
                PanelChunk.AddAll(chunks, task, tasks[task]);
            }
        }

        _chunks = [.. chunks];
        _left = new int[tasks.Length];
        _chunksOf = [.. tasks.Select((_, task) => chunks.Count(chunk => chunk.Owner == task))];
    }

    /// <summary>Number of pieces that give gradients.</summary>
    public int Count => _chunks.Length;

    /// <summary>Number of pieces of a pass that updates the weights.</summary>
    public int UpdateCount => _chunks.Length + _copies.Count;

    /// <summary>Called before a pass that updates the weights.</summary>
    public void BeginUpdate() => _chunksOf.CopyTo(_left);

    /// <summary>Does one piece.</summary>
    public void Execute<TSink>(int index, TSink sink)
        where TSink : struct, IGradientSink<TSink>
    {
        if (index >= _chunks.Length)
        {
            Renew(index - _chunks.Length);
            return;
        }

        PanelChunk chunk = _chunks[index];
        int rows = _memory.Rows;
        _network.Weights(chunk.Owner, _memory.Weights(0, rows, chunk.Panels, _sums.Of(chunk.Owner, rows)), sink);
        Interlocked.Decrement(ref _left[chunk.Owner]);
    }

    private void Renew(int piece)
    {
        // Nobody waits for weights that another thread is still at: the next step makes what is left out here.
        int task = _copies.TaskOf(piece);
        if (task < 0 || Volatile.Read(ref _left[task]) == 0)
        {
            _copies.Renew(piece);
        }
    }
}
