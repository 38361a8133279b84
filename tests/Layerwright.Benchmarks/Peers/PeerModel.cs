namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// A network said layer by layer, once for all peers: as a script's lines for PyTorch, as an ONNX model, and as its dense layers for
/// code by hand. Its weights come from the state, in the order of declaration.
/// </summary>
internal sealed class PeerModel
{
    private readonly Queue<StateEntry> _state;
    private readonly List<string> _lines;
    private readonly List<float> _parameters = [];
    private readonly List<DenseLayer> _dense = [];
    private int _others;

    /// <param name="state">The network's.</param>
    /// <param name="isClassifier">Outputs are logits of classes.</param>
    /// <param name="inputShape">A length, or channels, height and width.</param>
    public PeerModel(StateDictionary state, bool isClassifier, int[] inputShape)
    {
        _state = new(state.Values);
        IsClassifier = isClassifier;
        Onnx = new(inputShape);
        _lines = [$"input {string.Join(' ', inputShape)}", isClassifier ? "loss crossentropy" : "loss squared"];
    }

    /// <summary>Outputs are logits of classes, which a prediction turns into probabilities.</summary>
    public bool IsClassifier { get; }

    /// <summary>The model of ONNX.</summary>
    public OnnxModel Onnx { get; }

    /// <summary>The lines of PyTorch's script.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>Its parameters, one after the other, without running statistics, which start alike.</summary>
    public float[] Parameters => [.. _parameters];

    /// <summary>The layers, where all are dense; else null.</summary>
    public IReadOnlyList<DenseLayer>? DenseLayers => _others == 0 ? _dense : null;

    /// <summary>A dense layer with a bias.</summary>
    public PeerModel Dense(int outputs)
    {
        StateEntry weight = Take(), bias = Take();
        Onnx.Dense(weight.Name, weight.ToArray(), bias.Name, bias.ToArray());
        _dense.Add(new(weight.ToArray(), bias.ToArray(), ""));
        return Add($"dense {outputs}");
    }

    /// <summary>An activation: relu or tanh.</summary>
    public PeerModel Activation(string name)
    {
        Onnx.Activation(string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1)));
        if (_dense.Count > 0)
        {
            _dense[^1] = _dense[^1] with { Activation = name };
        }

        return Add(name);
    }

    /// <summary>A convolution of square kernels.</summary>
    public PeerModel Convolution(int filters, int kernel, int stride = 1, int pad = 0, bool hasBias = true)
    {
        StateEntry weight = Take();
        StateEntry? bias = hasBias ? Take() : null;
        Onnx.Convolution(weight.Name, weight.ToArray(), filters, bias?.Name, bias?.ToArray(), kernel, stride, pad);
        _others++;
        return Add($"convolution {filters} {kernel} {stride} {pad} {(hasBias ? 1 : 0)}");
    }

    /// <summary>Batch normalisation.</summary>
    public PeerModel Normalize()
    {
        StateEntry scale = Take(), shift = Take(), mean = _state.Dequeue(), variance = _state.Dequeue();
        Onnx.Normalize([scale.Name, shift.Name, mean.Name, variance.Name], [scale.ToArray(), shift.ToArray(), mean.ToArray(), variance.ToArray()]);
        return Add("normalize");
    }

    /// <summary>Maxima of windows side by side.</summary>
    public PeerModel MaxPool(int window)
    {
        Onnx.MaxPool(window);
        return Add($"maxpool {window}");
    }

    /// <summary>Means of channels.</summary>
    public PeerModel GlobalAveragePool()
    {
        Onnx.GlobalAveragePool().Flatten();
        return Add("globalaveragepool");
    }

    /// <summary>An image to a vector.</summary>
    public PeerModel Flatten()
    {
        Onnx.Flatten();
        return Add("flatten");
    }

    /// <summary>A branch added to its input, or to what a shortcut makes of it.</summary>
    public PeerModel Residual(Action<PeerModel> branch, Action<PeerModel>? shortcut)
    {
        Add("residual");
        Onnx.Residual(
            () => branch(this),
            () =>
            {
                Add("shortcut");
                shortcut?.Invoke(this);
            });
        return Add("end");
    }

    private StateEntry Take()
    {
        StateEntry entry = _state.Dequeue();
        _parameters.AddRange(entry.ToArray());
        return entry;
    }

    private PeerModel Add(string line)
    {
        _lines.Add(line);
        return this;
    }
}
