using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4005: dropout between the last weights and the loss.</summary>
internal sealed class DropoutBeforeOutputRule : NetworkRule
{
    public const string Id = "LW4005";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Dropout on the outputs",
        "{0} drops {1} % of what the last weights ({2}) give to [{3}]: the loss sees outputs that the network has not put out; remove it, or put it before {2}",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Dropout makes hidden units do without each other, and the weights behind them take the mean over many masks. Behind the last "
            + "weights nothing does: a dropped output is a wrong answer, whatever the network has learned.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var dropout in At(graph))
        {
            string share = (100 * Dropouts.Rate(dropout)).ToString("0.#", CultureInfo.InvariantCulture);
            yield return Places.Finding(Id, dropout, null, dropout.Name, share, OutputHead.WeightsBefore(dropout)!.Name, OutputHead.Of(graph)!.Kind.Kind) with
            {
                IsMendable = Removal.IsSafe(dropout),
            };
        }
    }

    /// <summary>Dropouts of which this rule speaks, so that no other need say that they are to go.</summary>
    public static IEnumerable<FlowNode> At(FlowGraph graph) =>
        OutputHead.Of(graph)?.Layers.Where(node => node.IsDropout && Dropouts.Rate(node) > 0 && OutputHead.WeightsBefore(node) is not null) ?? [];
}
