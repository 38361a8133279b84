using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A layer of weights (and biases).</summary>
public sealed class WeightLayer : NetworkLayer
{
    private readonly ParameterStore _store;
    private readonly int _layer;

    internal WeightLayer(string name, ParameterStore store, int layer, int outputLength, StateEntry weight, StateEntry? bias)
        : base(name)
    {
        _store = store;
        _layer = layer;
        OutputLength = outputLength;
        Weight = weight;
        Bias = bias;
    }

    /// <summary>Its weights, [outputs, inputs]; of a maxout layer [outputs · pieces, inputs].</summary>
    public StateEntry Weight { get; }

    /// <summary>Its biases, one a row of the weights; null where it has none.</summary>
    public StateEntry? Bias { get; }

    /// <summary>Numbers a row that go in.</summary>
    public int InputLength => Weight.Shape[1];

    /// <summary>Numbers a row that come out.</summary>
    public int OutputLength { get; }

    /// <summary>
    /// What the learning rate is multiplied by for this layer, wherever the rate appears (AdamW's decay too); 1 at the start.
    /// At 0 the layer stands still while its moments move on. Read at each step.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float LearningRateMultiplier
    {
        get => _store.LayerRate(_layer);
        set => _store.LayerRate(_layer) = Domain.NotNegative(value);
    }
}
