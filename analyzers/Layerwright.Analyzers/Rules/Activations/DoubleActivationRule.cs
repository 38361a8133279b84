using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2004: an elementwise activation right behind another.</summary>
internal sealed class DoubleActivationRule : NetworkRule
{
    public const string Id = "LW2004";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Two activations in a row",
        "{0} bends what {1} has just bent; remove {2}",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An activation belongs between two weight layers. A second one right behind the first adds no capacity: it takes from the gradient once more, or does nothing at all (ReLU of ReLU). It is most often left over from an edit.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var second in graph.Layers)
        {
            if (Predecessor(second) is not { } first)
            {
                continue;
            }

            bool staysLast = StaysLast(second);
            var removed = staysLast ? first : second;
            var finding = Places.Finding(Id, second, null, second.Name, first.Name, removed.Name);
            yield return !staysLast ? finding
                : first.Block is not null ? finding with { IsMendable = false }
                : (finding with { Others = EquatableArray.Of(Places.Finding(Id, first, null)) }).WithFeeders(first, second.Layer!.Layer);
        }
    }

    /// <summary>Of an activation the one right before, if nothing else takes its output.</summary>
    private static FlowNode? Predecessor(FlowNode node) =>
        HiddenLayers.IsElementwise(node) && node.Previous.Count == 1 && node.Previous[0] is { Next.Count: 1 } first && HiddenLayers.IsElementwise(first)
            ? first
            : null;

    /// <summary>
    /// Of a row of activations the first stays, which the weights before were initialised for: but the last where it makes the output's
    /// or a gate's range, where the first is a sigmoid (LW2001), or where a dropout behind may have been chosen for it (SELU's).
    /// </summary>
    private static bool StaysLast(FlowNode activation)
    {
        var first = activation;
        while (Predecessor(first) is { } before)
        {
            first = before;
        }

        var row = new List<FlowNode> { first };
        while (row[row.Count - 1].Next.FirstOrDefault(next => Predecessor(next) is not null) is { } next)
        {
            row.Add(next);
        }

        var last = row[row.Count - 1];
        return !HiddenLayers.IsHidden(last)
            || (first.Layer!.Layer.OpensGates && !last.Layer!.Layer.OpensGates)
            || (last.Next.Any(next => next is { Layer.Layer.IsDropout: true }) && row.Exists(node => node.Layer!.Layer.IsSelfNormalizing));
    }
}
