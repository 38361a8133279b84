using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The pass that gives every weight its gradient: tasks cut into panels over the whole batch, taken by whoever is free.</summary>
internal sealed class WeightPass
{
    private readonly INetworkCode _network;
    private readonly StepMemory _memory;
    private readonly ChunkedSums _sums;
    private readonly PanelChunk[] _chunks;

    public WeightPass(INetworkCode network, StepMemory memory, ChunkedSums sums)
    {
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
    }

    /// <summary>Number of pieces.</summary>
    public int Count => _chunks.Length;

    /// <summary>Does one piece.</summary>
    public void Execute<TSink>(int index, TSink sink)
        where TSink : struct, IGradientSink<TSink>
    {
        PanelChunk chunk = _chunks[index];
        int rows = _memory.Rows;
        _network.Weights(chunk.Owner, _memory.Weights(0, rows, chunk.Panels, _sums.Of(chunk.Owner, rows)), sink);
    }
}
