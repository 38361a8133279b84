using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2008: softmax as a hidden activation. At a gate's end it weighs what passes: attention.</summary>
internal sealed class SoftmaxInHiddenLayerRule : NetworkRule
{
    public const string Id = "LW2008";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Softmax in a hidden layer",
        "{0} is a hidden [{1}]: its units compete for shares of 1{2}, and little of signal and gradient passes; use [ReLU]",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Softmax makes probabilities: its outputs sum to 1, each about 1/n, and its gradients are as small. As a hidden activation it couples all units of a layer and lets little pass; it belongs on the output (where the loss contains it) or at the end of a gate.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        // Over a single value it is LW2007's, the graver.
        foreach (var softmax in graph.Layers.Where(node => node.Layer is { Layer.IsSoftmax: true } && HiddenLayers.IsHidden(node) && !SoftmaxOverOneRule.IsOverOne(node)))
        {
            yield return (Places.Finding(Id, softmax, null, softmax.Name, softmax.Layer!.Layer.Kind, Share(softmax.Layer.Output)) with
            {
                // Next to another nonlinearity a ReLU would be one of two in a row.
                IsMendable = !softmax.Previous.Concat(softmax.Next).Any(node => node.IsNonlinearity),
            }).WithFeeders(softmax, LayerRegistry.Get("ReLU"));
        }
    }

    private static string Share(Shape shape) => shape.IsUnknown ? "" : $", on average 1/{LayerIssues.Text(shape.Channels)}";
}
