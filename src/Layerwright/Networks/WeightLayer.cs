using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A layer of weights (and biases).</summary>
[DebuggerDisplay("{Name,nq}: {InputLength} in, {OutputLength} out")]
public sealed class WeightLayer : NetworkLayer
{
    private readonly ParameterStore _store;
    private readonly int _layer;

    internal WeightLayer(LayerInfo info, ParameterStore store, int layer, StateEntry weight, StateEntry? bias)
        : base(info.Name)
    {
        _store = store;
        _layer = layer;
        InputLength = info.InputLength ?? weight.Shape[1];
        OutputLength = info.OutputLength;
        Weight = weight;
        Bias = bias;
    }

    /// <summary>
    /// Its weights, [outputs, inputs]; of a maxout layer [outputs · pieces, inputs], of a convolution [filters, channels / groups, height, width].
    /// </summary>
    public StateEntry Weight { get; }

    /// <summary>Its biases, one a row of the weights; null where it has none.</summary>
    public StateEntry? Bias { get; }

    /// <summary>Numbers a row that go in: of an image height × width × channels.</summary>
    public int InputLength { get; }

    /// <summary>Numbers a row that come out, likewise.</summary>
    public int OutputLength { get; }

    /// <summary>
    /// What the learning rate is multiplied by for this layer, wherever the rate appears (AdamW's decay too); 1 at the start.
    /// At 0 the layer stands still while its moments move on. Read at each step.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float LearningRateMultiplier
    {
        get => _store.LayerRate(_layer);
        set => _store.SetLayerRate(_layer, Domain.NotNegative(value));
    }
}
