namespace Layerwright.Runtime;

/// <summary>A predictor's own weights: what the network's were at the last refresh, folded; and the normaliser of that time.</summary>
internal sealed class WeightSnapshot
{
    private readonly INetworkCode _network;
    private readonly WeightArray _values;
    private long _version = -1;

    public WeightSnapshot(INetworkCode network)
    {
        _network = network;
        _values = new(WeightLayout.Of(network.Blueprint.Snapshot));
        Refresh();
    }

    /// <summary>Pointers to every entry.</summary>
    public WeightTable Table => _values.Table;

    /// <summary>What is applied to inputs on their way in, or null.</summary>
    public IInputTransform? InputTransform { get; private set; }

    /// <summary>Takes the network's present weights and normaliser.</summary>
    public void Refresh()
    {
        InputTransform = _network.InputTransform;
        ParameterStore parameters = _network.Parameters;
        if (_version != parameters.Version)
        {
            _network.Snapshot(new SnapshotBlock(parameters.Table, _values.Table));
            _version = parameters.Version;
        }
    }
}
