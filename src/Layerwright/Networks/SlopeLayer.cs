using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A layer of learned slopes: <c>[PReLU]</c>.</summary>
[DebuggerDisplay("{Name,nq}: {Slope.Length} slopes")]
public sealed class SlopeLayer : NetworkLayer
{
    private readonly ParameterStore _store;
    private readonly int _layer;

    internal SlopeLayer(string name, ParameterStore store, int layer, StateEntry slope)
        : base(name)
    {
        _store = store;
        _layer = layer;
        Slope = slope;
    }

    /// <summary>Its slopes, [1] or [channels] (PyTorch's <c>weight</c>).</summary>
    public StateEntry Slope { get; }

    /// <summary>What the learning rate is multiplied by for the slopes; 1 at the start. Read at each step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float LearningRateMultiplier
    {
        get => _store.LayerRate(_layer);
        set => _store.SetLayerRate(_layer, Domain.NotNegative(value));
    }
}
