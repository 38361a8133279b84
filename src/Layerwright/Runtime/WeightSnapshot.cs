using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>A predictor's own weights: what the network's were at the last refresh, folded; and the normaliser of that time.</summary>
internal sealed unsafe class WeightSnapshot
{
    private readonly INetworkCode _network;
    private readonly ParameterStore _parameters;
    private readonly WeightArray _values;
    private readonly List<int> _narrow = [];
    private readonly PinnedBuffer _narrowRows;
    private long _version = -1;

    /// <param name="network">Whose code folds the weights, and whose normaliser is taken.</param>
    /// <param name="parameters">Where the weights come from; null for the network's own.</param>
    public WeightSnapshot(INetworkCode network, ParameterStore? parameters = null)
    {
        _network = network;
        _parameters = parameters ?? network.Parameters;
        _values = new(WeightLayout.Of(network.Blueprint.Snapshot));
        _narrowRows = PlaceNarrowRows(network.Blueprint.Snapshot.Length);
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
        if (_version != _parameters.Version)
        {
            _network.Snapshot(new SnapshotBlock(_parameters.Table, _values.Table));
            foreach (int matrix in _narrow)
            {
                NarrowRows.Fill(Table.Matrices[matrix]);
            }

            _version = _parameters.Version;
        }
    }

    /// <summary>Gives every narrow matrix a place for the copy that single rows are multiplied with.</summary>
    private PinnedBuffer PlaceNarrowRows(int entries)
    {
        int length = 0;
        for (int entry = 0; entry < entries; entry++)
        {
            int own = NarrowRows.Length(Table.Matrices[entry]);
            if (own > 0)
            {
                _narrow.Add(entry);
                length += own;
            }
        }

        var rows = PinnedBuffer.Zeroed(length);
        float* next = rows.Data;
        foreach (int matrix in _narrow)
        {
            PackedMatrix weights = Table.Matrices[matrix];
            Table.Matrices[matrix] = new(weights.Data, weights.Inputs, weights.Outputs, rows: next);
            next += NarrowRows.Length(weights);
        }

        return rows;
    }
}
