using Layerwright.Kernels;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What a monitor hangs into a step: takes a sample of each layer's numbers, and listens to silent units.</summary>
internal sealed class LayerSampler : LayerObserver
{
    /// <summary>Rows of a large batch after which units have been listened to long enough.</summary>
    private const int ListenedRows = SilentUnits.RowsNeeded;

    private readonly LayerWatch[] _layers;
    private readonly int _rows;
    private bool _takesSample;
    private bool _isListening;

    /// <param name="blueprint">The network.</param>
    /// <param name="parameters">Its weights, before the fit.</param>
    /// <param name="rows">Rows of a batch that samples are taken from.</param>
    public LayerSampler(NetworkBlueprint blueprint, ParameterStore parameters, int rows)
    {
        _rows = rows;
        int count = blueprint.Layers.Length - (blueprint.Target == TargetKind.None ? 1 : 2);
        _layers = [.. Enumerable.Range(1, count).Select(i => new LayerWatch(blueprint.Layers[i], LayerWeights.Of(blueprint, parameters, i), rows))];
    }

    public override int Rows => _isListening ? Math.Max(_rows, ListenedRows) : _rows;

    /// <summary>What is known of each layer.</summary>
    public LayerRecord[] Records => [.. _layers.Select(layer => layer.Record)];

    public override bool Wants(int layer, int firstRow) => _takesSample && firstRow < _rows;

    public override void Activation(int layer, int firstRow, int rows, Tensor activation)
    {
        if (Find(layer) is not { } watch)
        {
            return;
        }

        if (_takesSample && firstRow < _rows)
        {
            watch.TakeActivation(firstRow, rows, activation);
        }

        if (watch.IsListening)
        {
            watch.Listen(rows, activation);
        }
    }

    public override void Gradient(int layer, int firstRow, int rows, Tensor gradient)
    {
        if (_takesSample && firstRow < _rows)
        {
            Find(layer)?.TakeGradient(firstRow, rows, gradient);
        }
    }

    /// <summary>A step begins.</summary>
    /// <param name="takesSample">Whether it is one of those of which samples are taken.</param>
    /// <returns>Whether anything is to be seen.</returns>
    public bool Begin(bool takesSample)
    {
        _takesSample = takesSample;
        if (takesSample)
        {
            foreach (LayerWatch layer in _layers)
            {
                layer.Clear();
                if (!_isListening)
                {
                    layer.BeginListening();
                }
            }

            _isListening = IsAnyListening();
        }

        return takesSample || _isListening;
    }

    /// <summary>The step is over.</summary>
    /// <param name="step">Updates before it.</param>
    /// <param name="rows">Rows of its (last) batch.</param>
    /// <param name="change">What it did to the weights.</param>
    /// <param name="scratch">Room for the values of a pass.</param>
    public void End(long step, int rows, WeightChange change, Span<float> scratch)
    {
        foreach (LayerWatch layer in _layers)
        {
            layer.EndListening(Math.Min(rows, Rows));
            if (_takesSample)
            {
                layer.AddSample(step, change, scratch);
            }
        }

        _isListening = IsAnyListening();
    }

    /// <summary>Keeps what was seen of every layer, or takes it over.</summary>
    /// <exception cref="InvalidDataException">It is of a network of other layers.</exception>
    public void Exchange(RecordStream stream)
    {
        if (stream.Take(_layers.Length) is var count && count != _layers.Length)
        {
            throw new InvalidDataException($"The checkpoint's monitor saw {count} layers; this network has {_layers.Length}.");
        }

        _isListening = stream.Take(_isListening);
        Array.ForEach(_layers, layer => layer.Exchange(stream));
    }

    /// <summary>The fit is over.</summary>
    public void Complete() => Array.ForEach(_layers, layer => layer.Complete());

    private LayerWatch? Find(int layer) => layer > 0 && layer <= _layers.Length ? _layers[layer - 1] : null;

    private bool IsAnyListening() => Array.Exists(_layers, layer => layer.IsListening);
}
