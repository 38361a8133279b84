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

    /// <summary>The running statistics that training moves.</summary>
    internal Span<float> Statistics => Values.Buffer.Span[Values.Layout.TrainableLength..Values.Layout.LiveLength];

    /// <summary>States that values were written, so that derived copies are stale.</summary>
    internal void MarkChanged() => Version++;

    /// <summary>What a layer's learning rate is multiplied by.</summary>
    internal ref float LayerRate(int layer) => ref _layerRates[layer];
}
