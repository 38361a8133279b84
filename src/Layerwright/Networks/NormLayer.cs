using System.Diagnostics;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>A layer that normalises.</summary>
[DebuggerDisplay("{Name,nq}: {Gamma.Length} scales")]
public sealed class NormLayer : NetworkLayer
{
    private readonly ParameterStore _store;
    private readonly int _layer;

    internal NormLayer(string name, ParameterStore store, int layer, IReadOnlyDictionary<string, StateEntry> entries)
        : base(name)
    {
        _store = store;
        _layer = layer;
        Gamma = entries["weight"];
        Beta = entries.GetValueOrDefault("bias");
        RunningMean = entries.GetValueOrDefault("running_mean");
        RunningVariance = entries.GetValueOrDefault("running_var");
    }

    /// <summary>γ, what normalised values are multiplied by (PyTorch's <c>weight</c>).</summary>
    public StateEntry Gamma { get; }

    /// <summary>β, what is added then (PyTorch's <c>bias</c>); null where nothing is (<c>[RMSNorm]</c>).</summary>
    public StateEntry? Beta { get; }

    /// <summary>The running mean that inference uses; null but for <c>[BatchNorm]</c>.</summary>
    public StateEntry? RunningMean { get; }

    /// <summary>The running variance that inference uses; null but for <c>[BatchNorm]</c>.</summary>
    public StateEntry? RunningVariance { get; }

    /// <summary>What the learning rate is multiplied by for γ and β; 1 at the start. Read at each step.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public float LearningRateMultiplier
    {
        get => _store.LayerRate(_layer);
        set => _store.SetLayerRate(_layer, Domain.NotNegative(value));
    }
}
