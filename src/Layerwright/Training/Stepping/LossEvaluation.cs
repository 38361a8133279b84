using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Losses of rows in inference mode, shared by threads: a snapshot of the weights and scratch memory for each worker.</summary>
internal sealed unsafe class LossEvaluation : IJob
{
    private readonly INetworkCode _network;
    private readonly WeightSnapshot _snapshot;
    private readonly PredictionScratch[] _scratch;
    private readonly int _rowsPerBlock;
    private float* _input;
    private float* _predictions;
    private int _rows;
    private BatchTarget _target;

    public LossEvaluation(INetworkCode network, int maxBatchSize, int workers)
    {
        _network = network;
        _snapshot = new(network);
        _rowsPerBlock = network.Blueprint.RowsPerBlock;
        _scratch = new PredictionScratch[workers];
        for (int i = 0; i < workers; i++)
        {
            _scratch[i] = new(network, _snapshot, Math.Min(maxBatchSize, _rowsPerBlock));
        }
    }

    /// <summary>Writes each row's loss with the network's present weights and, unless null, its activated outputs.</summary>
    public void Run(float* input, float* predictions, int rows, in BatchTarget target, int threads)
    {
        _snapshot.Refresh();
        _input = input;
        _predictions = predictions;
        _rows = rows;
        _target = target;
        WorkerTeam.Run(this, (rows + _rowsPerBlock - 1) / _rowsPerBlock, threads);
    }

    /// <summary>Writes the loss that each row would have if the network put out these raw outputs, dense rows.</summary>
    public void OfOutputs(ReadOnlySpan<float> outputs, int rows, in BatchTarget target)
    {
        NetworkBlueprint blueprint = _network.Blueprint;
        for (int first = 0; first < rows; first += _rowsPerBlock)
        {
            int count = Math.Min(_rowsPerBlock, rows - first), lines = count * blueprint.OutputPositions;
            RowBlock block = _scratch[0].Block(null, count);
            Tensor own = _scratch[0].Output;
            for (int line = 0; line < lines; line++)
            {
                int start = ((first * blueprint.OutputPositions) + line) * blueprint.OutputColumns;
                outputs.Slice(start, blueprint.OutputColumns).CopyTo(own.Row(line));
            }

            _network.EvaluateLoss(block, target.At(first));
        }
    }

    void IJob.Execute(int index, int worker)
    {
        int first = index * _rowsPerBlock;
        float* input = _input + ((nint)first * _network.Blueprint.InputLength);
        int rows = Math.Min(_rowsPerBlock, _rows - first);
        RowBlock block = _scratch[worker].Infer(input, rows);
        _network.EvaluateLoss(block, _target.At(first));
        if (_predictions != null)
        {
            int length = _network.Blueprint.OutputLength;
            _network.Activate(block);
            _scratch[worker].CopyOutput(rows, new(_predictions + ((nint)first * length), rows * length));
        }
    }
}
