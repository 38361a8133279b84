using Layerwright.Runtime;

namespace Layerwright;

/// <summary>
/// The layers of one network side by side as a histogram each, all on one axis, outside a fit: the first sample of each layer is
/// drawn, its activations and, where it has them, its gradients.
/// </summary>
/// <param name="Title">What sets this network apart: <c>tanh, Xavier</c>.</param>
/// <param name="Layers">The layers, from the input on; at least one, each with a sample.</param>
public sealed record LayerPanel(string Title, IReadOnlyList<LayerRecord> Layers)
{
    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<LayerRecord> Layers
    {
        get;
        init => field = ValueList<LayerRecord>.Of(value);
    } = ValueList<LayerRecord>.Of(Layers);

    /// <summary>A sentence on what there is to see; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>For example <c>tanh, Xavier: 5 layers</c>.</summary>
    public override string ToString() => $"{Title}: {Layers.Count} layers";
}
