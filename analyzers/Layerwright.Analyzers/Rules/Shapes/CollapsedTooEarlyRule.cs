using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1007: layers that look at neighbourhoods, where one position is all that is left. Once per network.</summary>
internal sealed class CollapsedTooEarlyRule : NetworkRule
{
    public const string Id = "LW1007";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Nothing is left to slide over",
        "{0} gets {1} input: one tap of its {2} kernel sees it, the others see padding alone{3}; pool or stride less before it, or use kernel 1",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Once an image has shrunk to one pixel there are no neighbours: a kernel there multiplies padding, and all but its middle is parameters that learn nothing.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var node in graph.Layers)
        {
            var axes = Windows.Placed(node);
            if (axes.Count > 0 && axes.All(axis => axis.Window.Input == 1) && axes.Any(axis => axis.Window.Size > 1))
            {
                yield return Places.Finding(Id, node, null, node.Name, node.Layer!.Input.PositionsText, Windows.Size(axes));
            }
        }
    }

    public override IEnumerable<Finding> Combine(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return [];
        }

        int others = findings.Count - 1;
        string more = others == 0 ? "" : others == 1 ? ", and so with 1 more layer" : $", and so with {Figures.Whole(others)} more layers";
        return
        [
            findings[0] with
            {
                Issue = findings[0].Issue with { Values = findings[0].Issue.Values.Append(more).ToEquatableArray() },
                Others = findings.Skip(1).ToEquatableArray(),
            },
        ];
    }
}
