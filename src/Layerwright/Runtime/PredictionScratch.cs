using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>One worker's memory for prediction: a block of rows of every tensor of the inference plan.</summary>
internal sealed unsafe class PredictionScratch
{
    private readonly INetworkCode _network;
    private readonly WeightSnapshot _snapshot;
    private readonly PinnedBuffer _batchArena;
    private readonly PinnedBuffer _blockArena;
    private readonly PinnedBuffer _kernels;
    private readonly PinnedBuffer _input;
    private readonly PinnedTable<TensorSlot> _tensors;
    private readonly PinnedTable<RowContext> _context = new(1);
    private readonly int _inputLength;
    private readonly int _inputColumns;
    private readonly int _output;
    private readonly int _outputPositions;

    /// <param name="network">Whose code runs.</param>
    /// <param name="snapshot">The weights.</param>
    /// <param name="rows">Most rows a block.</param>
    public PredictionScratch(INetworkCode network, WeightSnapshot snapshot, int rows)
    {
        _network = network;
        _snapshot = snapshot;
        NetworkBlueprint blueprint = network.Blueprint;
        BufferPlan plan = blueprint.Inference;
        ArenaLayout batch = ArenaLayout.Of(plan, Arena.Batch);
        ArenaLayout block = ArenaLayout.Of(plan, Arena.Block);
        _batchArena = ArenaSlots.Allocate(batch, rows);
        _blockArena = ArenaSlots.Allocate(block, rows);
        _kernels = PinnedBuffer.Scratch(plan.Scratch);
        _tensors = new(plan.Tensors.Length);
        ArenaSlots.Fill(_tensors, plan, Arena.Batch, batch, _batchArena.Data, rows, followsBatch: false);
        ArenaSlots.Fill(_tensors, plan, Arena.Block, block, _blockArena.Data, rows, followsBatch: false);
        _inputLength = blueprint.InputLength;
        _inputColumns = blueprint.InputColumns;
        _output = plan.Output;
        _outputPositions = blueprint.OutputPositions;
        _input = PinnedBuffer.Scratch((long)rows * _inputLength);
        _context[0] = new()
        {
            Tensors = _tensors.Items,
            Matrices = snapshot.Table.Matrices,
            Vectors = snapshot.Table.Vectors,
            Scratch = new(_kernels.Data, plan.Scratch, plan.Scratch),
            RowsPerBlock = rows,
        };
    }

    /// <summary>Raw outputs of the last block, or its activated ones.</summary>
    public Tensor Output => _tensors[_output].Whole;

    /// <summary>Copies the rows of <see cref="Output"/> out, without their padding.</summary>
    public void CopyOutput(int rows, Span<float> destination) => Output.CopyTo(rows * _outputPositions, destination);

    /// <summary>Room for a block of input rows.</summary>
    public float* OwnInput => _input.Data;

    /// <summary>Runs the network over a block of raw rows; its outputs stay in <see cref="Output"/>.</summary>
    public RowBlock Infer(float* input, int rows)
    {
        float* source = input;
        if (_snapshot.InputTransform is { } transform)
        {
            int length = rows * _inputLength;
            transform.Transform(new(input, length), new(_input.Data, length));
            source = _input.Data;
        }

        RowBlock block = Block(source, rows);
        _network.Infer(block);
        return block;
    }

    /// <summary>A block of (transformed) rows.</summary>
    public RowBlock Block(float* input, int rows)
    {
        _context[0].Input = new(new(input, _inputColumns, _inputColumns), 0);
        _context[0].InverseRows = 1f / rows;
        return new(_context.Items, 0, rows);
    }
}
