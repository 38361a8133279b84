using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2013: what maxout costs in parameters.</summary>
internal sealed class MaxoutCostRule : NetworkRule
{
    public const string Id = "LW2013";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Maxout multiplies parameters",
        "{0} has {1} linear pieces for each unit, so {2} parameters where [Dense({3})] has {4}",
        Categories.Activations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Maxout takes the largest of several linear maps, each with weights and biases of its own: it generalises ReLU and its leaky kin and never dies, at the price of as many times the parameters and the work (Goodfellow et al. 2013).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    // How many there are depends on the input: in a block on where it is used.
    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) => graph.Layers
        .Where(node => node.Layer is { Layer.Kind: "Maxout", Input.IsUnknown: false })
        .Select(maxout =>
        {
            int pieces = maxout.Layer!.Parameters.Max(parameter => parameter.Pieces);
            long parameters = maxout.Layer.Parameters.Sum(parameter => (long)parameter.Count);
            return Places.Finding(
                Id, maxout, null, maxout.Name, Figures.Whole(pieces), Figures.Whole(parameters), Figures.Whole(maxout.Layer.Output.Channels), Figures.Whole(parameters / pieces));
        });
}
