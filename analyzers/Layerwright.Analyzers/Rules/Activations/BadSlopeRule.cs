using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2011: a negative side that is legal and computed rightly, but not what the activation is for.</summary>
internal sealed class BadSlopeRule : NetworkRule
{
    public const string Id = "LW2011";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Slope that defeats the activation",
        "{1} of {0} is {2}, so {3}; use {4}",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A leaky rectifier keeps a small part of the negative side, so that no unit dies: at 0 it is a plain ReLU, below it folds the negative side up, at 1 it bends nothing and above 1 it bends the other way. "
            + "An ELU ends at minus alpha: only a positive one pulls the mean towards 0 (Maas et al. 2013; Clevert et al. 2016).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var node in graph.Layers)
        {
            if (node.Layer is { Layer.NegativeSide: { } side } layer
                && side.Value(layer.Arguments) is var value
                && (value <= side.Least || value >= side.Most))
            {
                string right = LayerIssues.Text(side.Default);
                yield return Places.Finding(Id, node, side.Argument, node.Name, side.Argument, LayerIssues.Text(value), Consequence(side, value), right) with
                {
                    Suggestion = right,
                };
            }
        }
    }

    private static string Consequence(NegativeSide side, double value) =>
        value == 1 ? "it bends nothing"
        : value > side.Most ? "it bends the negative side down instead of flattening it"
        : value == 0 ? "it is a plain ReLU, whose units can die"
        : "it folds the negative side up";
}
