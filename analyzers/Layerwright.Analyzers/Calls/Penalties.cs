using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Calls;

/// <summary>The L2 penalties that a network's layers declare.</summary>
/// <param name="Layers">Trained layers with one, in data-flow order.</param>
/// <param name="Places">Their arguments, as far as they are in source.</param>
/// <param name="AreOwn">True where all stand on the network's class itself, in source: what a fix may change.</param>
internal sealed record Penalties(IReadOnlyList<FlowNode> Layers, IReadOnlyList<Location> Places, bool AreOwn)
{
    private const string L2 = nameof(L2);

    /// <summary>The first layer's, for messages: <c>L2 = 1e-4 of Dense1 and 2 more layers</c>.</summary>
    public string Text
    {
        get
        {
            string more = Layers.Count switch
            {
                1 => "",
                2 => " and 1 more layer",
                _ => $" and {LayerIssues.Text(Layers.Count - 1L)} more layers",
            };
            return $"L2 = {LayerIssues.Text(Strength(Layers[0]))} of {Layers[0].Name}{more}";
        }
    }

    /// <summary>The strongest.</summary>
    public double Strongest => Layers.Max(Strength);

    /// <summary>The penalties of a network's class; null where there are none.</summary>
    public static Penalties? Of(CallBody body, ITypeSymbol type)
    {
        if (body.Network(type) is not { } network)
        {
            return null;
        }

        var layers = new FlowGraph(network).Layers.Where(layer => Strength(layer) > 0).ToList();
        var places = layers.Select(layer => Place((INamedTypeSymbol)type, layer, body.CancellationToken)).OfType<Location>().Distinct().ToList();
        bool areOwn = places.Count == layers.Count && layers.TrueForAll(layer => layer.Block is null);
        return layers.Count == 0 ? null : new(layers, places, areOwn);
    }

    private static double Strength(FlowNode layer) => layer.Layer!.Parameters.Select(parameter => parameter.L2).DefaultIfEmpty(0).Max();

    private static Location? Place(INamedTypeSymbol type, FlowNode layer, CancellationToken cancellationToken) =>
        (layer.Block is null ? type : BlockSymbols.Find(type, layer.Block)) is { } holder
            ? AttributeLocations.Find(holder.GetAttributes(), layer.Layer!.Declaration.Attribute, L2, cancellationToken)
            : null;
}
