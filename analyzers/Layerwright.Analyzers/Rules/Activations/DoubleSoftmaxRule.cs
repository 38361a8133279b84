using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2006: softmax before a loss that contains it, or sigmoid before one that contains that.</summary>
internal sealed class DoubleSoftmaxRule : NetworkRule
{
    public const string Id = "LW2006";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Softmax or sigmoid applied twice",
        "{0} stands before [{1}], which applies {2} itself: after both {3}; remove {0}",
        Categories.Activations,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The loss includes this activation. Applied twice, its input lies between 0 and 1, so no probability can come near to 1 "
            + "(or to 0), the loss keeps far from 0 and gradients are small.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        if (OutputHead.Of(graph) is not { } head)
        {
            return [];
        }

        return head.Activations
            .Where(node => head.Kind.Contains(node.Layer!.Layer) && !SoftmaxOverOneRule.IsOverOne(node))
            .Select(node => Places.Finding(Id, node, null, node.Name, head.Kind.Kind, head.Kind.Activation!, Reachable(node)) with
            {
                IsMendable = OutputHead.WeightsBefore(node) is not null && Removal.IsSafe(node),
            });
    }

    /// <summary>What a probability can still be, where the first activation gives shares between 0 and 1.</summary>
    private static string Reachable(FlowNode activation)
    {
        if (activation.Layer!.Layer.IsElementwise)
        {
            return $"every probability lies between 0.5 and {Text(1 / (1 + Math.Exp(-1)))}";
        }

        int classes = activation.Layer.Output.Channels;
        return $"no class of {classes.ToString(CultureInfo.InvariantCulture)} can have more than {Text(Math.E / (Math.E + classes - 1))}";
    }

    private static string Text(double probability) => probability.ToString("0.###", CultureInfo.InvariantCulture);
}
