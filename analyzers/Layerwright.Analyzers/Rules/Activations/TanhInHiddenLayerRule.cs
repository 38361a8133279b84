using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2002: several hidden tanh layers that no normalisation keeps out of saturation.</summary>
internal sealed class TanhInHiddenLayerRule : NetworkRule
{
    public const string Id = "LW2002";

    private static readonly RuleOption _minimumLayers = new(
        "minimum_layers", 3, 1, 1000, "Hidden tanh layers without normalisation from which on each of them is reported.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Tanh in a hidden layer",
        "{0} is one of {1} hidden tanh layers without normalisation: each takes from the gradient, more where it saturates; use [ReLU]",
        Categories.Activations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Tanh is centred, unlike the sigmoid, but its gradient is below 1 everywhere but at 0 and vanishes where it saturates: over several layers little of it is left. "
            + "A rectifier does not saturate on its positive side (Glorot and Bengio 2010; CS231n).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_minimumLayers];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var hidden = graph.Layers
            .Where(node => node.Layer is { Layer.Kind: "Tanh" } && HiddenLayers.IsHidden(node) && !HiddenLayers.IsNormalized(node))
            .ToList();

        // A stack so deep that its gradient vanishes is LW2003's.
        return hidden.Count < options[_minimumLayers] || DeepSaturatingRule.SpeaksOfTanh(graph)
            ? []
            : hidden.Select(tanh => Places.Finding(Id, tanh, null, tanh.Name, hidden.Count.ToString(CultureInfo.InvariantCulture))
                .WithFeeders(tanh, LayerRegistry.Get("ReLU")));
    }
}
