using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2001: a sigmoid that is not the output's.</summary>
internal sealed class SigmoidInHiddenLayerRule : NetworkRule
{
    public const string Id = "LW2001";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Sigmoid in a hidden layer",
        "{0} is a hidden sigmoid: its gradient is at most 1/4 and vanishes where it saturates, and its outputs are not centred; use [ReLU] or [Tanh]",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A sigmoid's gradient is at most 1/4, vanishes where it saturates, and its outputs are all positive: deep layers behind it learn slowly or not at all (Glorot and Bengio 2010; CS231n).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) => graph.Layers
        .Where(node => node.Layer is { Layer.Kind: "Sigmoid" } && HiddenLayers.IsHidden(node))
        .Select(sigmoid => Places.Finding(Id, sigmoid, null, sigmoid.Name).WithFeeders(sigmoid, LayerRegistry.Get("ReLU")));
}
