using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>
/// Prediction of single rows. The kernels that the network's code asks for are recorded once, over one row of scratch memory;
/// each prediction then copies its row in and runs them.
/// </summary>
internal sealed unsafe class RowPrediction
{
    private readonly WeightSnapshot _snapshot;
    private readonly PredictionScratch _scratch;
    private readonly KernelRecording _layers;
    private readonly KernelRecording _activated;
    private readonly float* _input;
    private readonly float* _output;
    private readonly float[]? _compact;
    private readonly int _inputLength;
    private readonly int _outputLength;

    public RowPrediction(INetworkCode network, WeightSnapshot snapshot, PredictionScratch scratch)
    {
        _snapshot = snapshot;
        _scratch = scratch;
        _input = scratch.OwnInput;
        _inputLength = network.Blueprint.InputLength;
        RowBlock block = scratch.Block(_input, 1);
        _layers = RowRecording.Of(network.Infer, block);
        _activated = _layers.Then(RowRecording.Of(network.Activate, block));
        if (network.Blueprint.OutputPositions > 1)
        {
            _compact = new float[network.Blueprint.OutputLength];
        }

        _output = scratch.Output.Data;
        _outputLength = network.Blueprint.OutputLength;
    }

    /// <summary>What the last prediction gave.</summary>
    public ReadOnlySpan<float> Output => _compact is null ? new ReadOnlySpan<float>(_output, _outputLength) : _compact;

    /// <summary>Runs the network over a raw row; its outputs, raw or with the loss's activation, come to <see cref="Output"/>.</summary>
    public void Run(ReadOnlySpan<float> input, bool activate)
    {
        Span<float> own = new(_input, _inputLength);
        if (_snapshot.InputTransform is { } transform)
        {
            transform.Transform(input, own);
        }
        else
        {
            input.CopyRowTo(own);
        }

        (activate ? _activated : _layers).Run();
        if (_compact is not null)
        {
            _scratch.CopyOutput(1, _compact);
        }

        GC.KeepAlive(_scratch);
    }
}
