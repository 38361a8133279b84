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
    private readonly float[] _layerRates;

    internal ParameterStore(NetworkBlueprint blueprint, ulong seed)
    {
        _infos = blueprint.Parameters;
        Values = new(WeightLayout.Of(_infos));
        _layerRates = new float[blueprint.Layers.Length];
        Array.Fill(_layerRates, 1f);
        HasPenalties = Array.Exists(_infos, info => info.L1 != 0 || info.L2 != 0);
        WeightDrawing.Draw(blueprint, seed, Values);
        Version = 1;
    }

    /// <summary>The values themselves.</summary>
    internal WeightArray Values { get; }

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

    /// <summary>What a layer's learning rate is multiplied by.</summary>
    internal float LayerRate(int layer) => _layerRates[layer];

    /// <summary>Sets it.</summary>
    internal void SetLayerRate(int layer, float rate)
    {
        _layerRates[layer] = rate;
        RateVersion++;
    }
}
