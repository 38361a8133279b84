using System.ComponentModel;

namespace Layerwright.Runtime;

/// <summary>
/// A network's weights and running statistics in one flat array: what is trained first, in the order of the state dictionary,
/// matrices in panels; statistics after, and last what is frozen. Every write raises the version, and every derived copy (transposed weights, a
/// predictor's folded weights) remembers the version it was made from.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class ParameterStore
{
    private readonly ParameterInfo[] _infos;
    private readonly WeightArray _values;
    private readonly float[] _layerRates;
    private readonly Lock _drawing = new();
    private readonly ulong _seed;

    // Whose first values are still to be drawn: nobody has asked for a value yet. A network that is read from a file draws none.
    private volatile NetworkBlueprint? _undrawn;

    internal ParameterStore(NetworkBlueprint blueprint, ulong seed)
    {
        _infos = blueprint.Parameters;
        _values = new(WeightLayout.Of(_infos));
        _layerRates = new float[blueprint.Layers.Length];
        for (int layer = 0; layer < _layerRates.Length; layer++)
        {
            _layerRates[layer] = 1;
        }

        HasPenalties = Array.Exists(_infos, info => info.L1 != 0 || info.L2 != 0);
        _seed = seed;
        _undrawn = blueprint;
        Version = 1;
    }

    /// <summary>The values themselves.</summary>
    internal WeightArray Values
    {
        get
        {
            if (_undrawn is not null)
            {
                Draw();
            }

            return _values;
        }
    }

    /// <summary>Pointers to every parameter.</summary>
    internal WeightTable Table => Values.Table;

    /// <summary>What each parameter is.</summary>
    internal ReadOnlySpan<ParameterInfo> Infos => _infos;

    /// <summary>Raised by every write.</summary>
    internal long Version { get; private set; }

    /// <summary>Raised by every write of trained weights.</summary>
    internal long TrainedVersion { get; private set; }

    /// <summary>Raised by every write of frozen weights.</summary>
    internal long FrozenVersion { get; private set; }

    /// <summary>The running statistics that training moves.</summary>
    internal Span<float> Statistics => Values.Buffer.Span[Values.Layout.TrainableLength..Values.Layout.LiveLength];

    /// <summary>States that values were written, whichever they are, so that derived copies are stale.</summary>
    internal void MarkChanged()
    {
        FrozenVersion++;
        MarkUpdated();
    }

    /// <summary>States that an optimizer has written the trained weights.</summary>
    internal void MarkUpdated()
    {
        TrainedVersion++;
        MarkStatistics();
    }

    /// <summary>States that training has moved the running statistics.</summary>
    internal void MarkStatistics() => Version++;

    /// <summary>Whether any parameter has an L1 or L2 penalty.</summary>
    internal bool HasPenalties { get; }

    /// <summary>Raised whenever a layer's rate is set.</summary>
    internal int RateVersion { get; private set; }

    /// <summary>Writes every value, entry by entry in the order of the state dictionary.</summary>
    internal void Replace(ReadOnlySpan<float[]> entries)
    {
        lock (_drawing)
        {
            for (int i = 0; i < entries.Length; i++)
            {
                _values.CopyFrom(i, entries[i]);
            }

            _undrawn = null;
        }

        MarkChanged();
    }

    private void Draw()
    {
        lock (_drawing)
        {
            if (_undrawn is { } blueprint)
            {
                WeightDrawing.Draw(blueprint, _seed, _values);
                _undrawn = null;
            }
        }
    }

    /// <summary>What a layer's learning rate is multiplied by.</summary>
    internal float LayerRate(int layer) => _layerRates[layer];

    /// <summary>Sets it.</summary>
    internal void SetLayerRate(int layer, float rate)
    {
        _layerRates[layer] = rate;
        RateVersion++;
    }
}
