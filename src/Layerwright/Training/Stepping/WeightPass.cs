using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>The pass that gives every weight its gradient: tasks cut into panels over the whole batch, taken by whoever is free.</summary>
internal sealed class WeightPass
{
    private readonly INetworkCode _network;
    private readonly StepMemory _memory;
    private readonly PanelChunk[] _chunks;

    public WeightPass(INetworkCode network, StepMemory memory)
    {
        _network = network;
        _memory = memory;
        var chunks = new List<PanelChunk>();
        int[] tasks = network.Blueprint.WeightTasks;
        for (int task = 0; task < tasks.Length; task++)
        {
            PanelChunk.AddAll(chunks, task, tasks[task]);
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
        _network.Weights(chunk.Owner, _memory.Weights(chunk.Panels), sink);
    }
}
