using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// The pass before the weight pass: gradients that are summed over positions too, each chunk of the batch into sums of its own. How
/// a batch is cut depends on its rows and the plan alone, so the bits do not depend on threads. Made once; nothing is allocated later.
/// </summary>
internal sealed unsafe class ChunkedSums : IJob
{
    private readonly INetworkCode _network;
    private readonly StepMemory _memory;
    private readonly PinnedBuffer _buffer;
    private readonly PinnedTable<GradientChunks> _tasks;
    private readonly Piece[] _pieces;

    public ChunkedSums(INetworkCode network, StepMemory memory, int maxBatchSize)
    {
        _network = network;
        _memory = memory;
        NetworkBlueprint blueprint = network.Blueprint;
        _tasks = new(blueprint.WeightTasks.Length);
        var pieces = new List<Piece>();
        long length = 0;
        foreach (ChunkedTaskInfo info in blueprint.ChunkedTasks)
        {
            GradientChunks chunks = Shape(info, null, maxBatchSize);
            length += chunks.Count * (long)chunks.Stride;
        }

        _buffer = PinnedBuffer.Scratch(length);
        float* next = _buffer.Data;
        foreach (ChunkedTaskInfo info in blueprint.ChunkedTasks)
        {
            GradientChunks chunks = _tasks[info.Task] = Shape(info, next, maxBatchSize);
            next += chunks.Count * chunks.Stride;
            for (int chunk = 0; chunk < chunks.Count; chunk++)
            {
                for (int panel = 0; panel < chunks.Panels; panel++)
                {
                    pieces.Add(new(chunk, new(info.Task, new(panel, 1))));
                }
            }
        }

        _pieces = [.. pieces];
    }

    /// <summary>Most pieces of a batch.</summary>
    public int Count => _pieces.Length;

    /// <summary>The sums that a batch of so many rows has; none for a task that is not chunked.</summary>
    public GradientChunks Of(int task, int rows) => _tasks[task] is { Count: > 0 } chunks ? chunks.First(Math.Min(chunks.Count, rows)) : default;

    /// <summary>Sums every chunk of the batch at hand.</summary>
    public void Run(int threads)
    {
        if (_pieces.Length > 0)
        {
            // Each has room of its own for what kernels keep while they run.
            WorkerTeam.Run(this, _pieces.Length, Math.Min(threads, _memory.Workers));
        }
    }

    void IJob.Execute(int index, int worker)
    {
        var (chunk, panels) = _pieces[index];
        GradientChunks chunks = Of(panels.Owner, _memory.Rows);
        if (chunk < chunks.Count)
        {
            int first = FirstRow(chunk, chunks.Count), end = FirstRow(chunk + 1, chunks.Count);
            _network.SumChunk(panels.Owner, _memory.Weights(first, end - first, panels.Panels, chunks.At(chunk), worker));
        }
    }

    private int FirstRow(int chunk, int count) => (int)((long)_memory.Rows * chunk / count);

    private GradientChunks Shape(ChunkedTaskInfo info, float* data, int maxBatchSize)
    {
        ParameterInfo weight = _network.Blueprint.Parameters[info.Parameter];
        return new(data, Math.Min(info.Chunks, maxBatchSize), info.Inputs ?? weight.Inputs, weight.Outputs, weight.Groups, info.HasBias);
    }

    /// <summary>What one thread takes at a time: a chunk's rows, some panels of a task.</summary>
    private readonly record struct Piece(int Chunk, PanelChunk Panels);
}
