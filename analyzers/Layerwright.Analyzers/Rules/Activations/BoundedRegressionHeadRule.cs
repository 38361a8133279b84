using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2010: an activation right before a regression's loss, which keeps the outputs from being any number.</summary>
internal sealed class BoundedRegressionHeadRule : NetworkRule
{
    public const string Id = "LW2010";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Bounded output of a regression",
        "{0} {1}, but [{2}] compares it with numbers of any size{3}; remove {0}",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A regression's outputs are numbers of either sign and any size: the last weights give them as they are. A rectifier behind "
            + "them cannot say anything negative, and an output that has become 0 for all rows has no gradient to come back by.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    // For targets that cannot be negative some bound the output on purpose.
    public override bool IsContested => true;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        if (OutputHead.Of(graph) is not { Kind.IsRegression: true } head
            || SquaredErrorForClassesRule.Probabilities(graph, head) is not null)
        {
            yield break;
        }

        // On both sides of a concatenation each part of the output has its own last activation.
        foreach (var activation in head.Activations.Where(node => IsLast(node) && IsBounding(node)))
        {
            bool isRectifier = activation.Layer!.Layer.IsRectifier;
            yield return Places.Finding(
                Id, activation, null, activation.Name, Held(activation), head.Kind.Kind, isRectifier ? ", and a unit that is 0 for all rows learns no more" : "") with
            {
                Severity = isRectifier ? null : DiagnosticSeverity.Info,
                IsMendable = OutputHead.WeightsBefore(activation) is not null && Removal.IsSafe(activation),
            };
        }
    }

    private static bool IsLast(FlowNode activation) =>
        !FlowGraph.Reach(activation, node => false).Any(node => node is { IsNonlinearity: true } or { IsNormalization: true });

    private static bool IsBounding(FlowNode node) => node.Layer!.Layer is { IsRectifier: true } or { Bounds: not null };

    private static string Held(FlowNode activation) => activation.Layer!.Layer.Bounds switch
    {
        null => "bends every output below 0",
        (var least, double.PositiveInfinity) => $"keeps every output at {LayerIssues.Text(least)} or above",
        (var least, var most) => $"keeps every output between {LayerIssues.Text(least)} and {LayerIssues.Text(most)}",
    };
}
