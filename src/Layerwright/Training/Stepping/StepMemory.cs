using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// All memory of a training step: the batch arena (every row of the batch), a block arena for each worker, the vectors and
/// statistics' parts that cross segments, and the tables that blocks read from. Made once; nothing is allocated later.
/// </summary>
internal sealed unsafe class StepMemory
{
    private readonly NetworkBlueprint _blueprint;
    private readonly PinnedTable<RowContext> _contexts;
    private readonly PinnedTable<Tensor> _stepVectors;
    private readonly PinnedTable<Tensor> _partials;
    private readonly PinnedTable<TensorSlot>[] _tensors;
    private readonly List<PinnedBuffer> _buffers = [];
    private readonly DerivedCopies _copies;
    private readonly BatchBlocks _cut;
    private readonly int _workers;

    public StepMemory(INetworkCode network, int maxBatchSize, int workers, DerivedCopies copies)
    {
        _blueprint = network.Blueprint;
        _cut = new(_blueprint);
        _copies = copies;
        _workers = workers;
        int blocks = _cut.Most(maxBatchSize);
        _stepVectors = Vectors(_blueprint.StepVectors, 1);
        _partials = Vectors(_blueprint.Partials, 2 * blocks);
        _contexts = new(workers);
        _tensors = new PinnedTable<TensorSlot>[workers];
        PinnedBuffer input = Keep(PinnedBuffer.Scratch((long)maxBatchSize * _blueprint.InputLength));
        OwnInput = input.Data;

        BufferPlan plan = _blueprint.Training;
        ArenaLayout batch = ArenaLayout.Of(plan, Arena.Batch);
        ArenaLayout block = ArenaLayout.Of(plan, Arena.Block);
        PinnedBuffer batchArena = Keep(ArenaSlots.Allocate(batch, maxBatchSize));
        int blockRows = Math.Min(_blueprint.RowsPerBlock, maxBatchSize);
        WeightTable weights = network.Parameters.Table;
        for (int worker = 0; worker < workers; worker++)
        {
            PinnedBuffer scratch = Keep(PinnedBuffer.Scratch(plan.Scratch));
            PinnedBuffer blockArena = Keep(ArenaSlots.Allocate(block, blockRows));
            var tensors = new PinnedTable<TensorSlot>(plan.Tensors.Length);
            ArenaSlots.Fill(tensors, plan, Arena.Batch, batch, batchArena.Data, maxBatchSize, followsBatch: true);
            ArenaSlots.Fill(tensors, plan, Arena.Block, block, blockArena.Data, blockRows, followsBatch: false);
            _tensors[worker] = tensors;
            _contexts[worker] = new()
            {
                Tensors = tensors.Items,
                Matrices = weights.Matrices,
                Vectors = weights.Vectors,
                Copies = copies.Matrices,
                StepVectors = _stepVectors.Items,
                Partials = _partials.Items,
                Scratch = new(scratch.Data, plan.Scratch, plan.Scratch),
            };
        }
    }

    /// <summary>Rows of the largest batch whose buffers can exist: each is one array.</summary>
    public static int LargestBatch(NetworkBlueprint blueprint)
    {
        int row = Math.Max(blueprint.InputLength, blueprint.OutputLength);
        row = Math.Max(row, ArenaLayout.Of(blueprint.Training, Arena.Batch).RowLength);
        long rows = PinnedBuffer.MaxLength / row;
        foreach (int length in blueprint.Partials)
        {
            rows = Math.Min(rows, (long)(PinnedBuffer.MaxLength / (2 * PanelLayout.RoundUp(length))) * blueprint.RowsPerBlock);
        }

        return (int)rows;
    }

    /// <summary>Threads that have memory of their own.</summary>
    public int Workers => _workers;

    /// <summary>Rows of the batch at hand.</summary>
    public int Rows { get; private set; }

    /// <summary>Where the step keeps transformed inputs.</summary>
    public float* OwnInput { get; }

    /// <summary>Blocks of the batch at hand.</summary>
    public int BlockCount => _cut.Count(Rows);

    /// <summary>Begins a batch: its input, its rows, its dropout.</summary>
    public void Begin(float* input, int rows, ulong dropoutKey, float dropoutFactor)
    {
        Rows = rows;
        int columns = _blueprint.InputColumns;
        var slot = new TensorSlot(new(input, columns, columns), _blueprint.InputLength);
        for (int worker = 0; worker < _workers; worker++)
        {
            ref RowContext context = ref _contexts[worker];
            context.Input = slot;
            context.InverseRows = 1f / rows;
            context.RowsPerBlock = _cut.RowsPerBlock(rows);
            context.DropoutKey = dropoutKey;
            context.DropoutFactor = dropoutFactor;
        }
    }

    /// <summary>A block of rows as one worker sees it.</summary>
    public RowBlock Block(int index, int worker)
    {
        int rows = _contexts[worker].RowsPerBlock, first = index * rows;
        return new(_contexts.Items + worker, first, Math.Min(rows, Rows - first));
    }

    /// <summary>The batch where rows meet.</summary>
    public BatchStep Batch() => new(_contexts.Items, Rows);

    /// <summary>Rows of the batch and some panels, for kernels that need no room of their own: any thread may run them.</summary>
    public WeightBlock Weights(int firstRow, int rows, PanelRange panels, GradientChunks chunks) =>
        Weights(firstRow, rows, panels, chunks, worker: 0);

    /// <summary>The same, as one worker sees it.</summary>
    public WeightBlock Weights(int firstRow, int rows, PanelRange panels, GradientChunks chunks, int worker) =>
        new(_contexts.Items + worker, firstRow, rows, panels, chunks);

    private PinnedTable<Tensor> Vectors(int[] lengths, int rows)
    {
        var table = new PinnedTable<Tensor>(lengths.Length);
        for (int i = 0; i < lengths.Length; i++)
        {
            int stride = PanelLayout.RoundUp(lengths[i]);
            table[i] = new(Keep(PinnedBuffer.Scratch((long)stride * rows)).Data, lengths[i], stride);
        }

        return table;
    }

    /// <summary>Tables hold bare pointers: the buffers behind them live as long as this does.</summary>
    private PinnedBuffer Keep(PinnedBuffer buffer)
    {
        _buffers.Add(buffer);
        return buffer;
    }
}
