using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1004: the end of the input is never read, because the window's steps do not come out even.</summary>
internal sealed class PixelsDroppedRule : NetworkRule
{
    public const string Id = "LW1004";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "The end of the input is never read",
        "{0} never reads the {1} of its {2} input: its window of {3} in steps of {4} ends before; {5}",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Where stride and kernel do not come out even, what is left over at the bottom and at the right takes no part in anything; padding, or another stride, lets the last place of the kernel reach the end.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var offers = new ArgumentOffers(graph, options);
        foreach (var node in graph.Layers)
        {
            var axes = Windows.Placed(node);
            if (!axes.Any(axis => Drops(node, axis)))
            {
                continue;
            }

            var changes = offers.First(Places.Finding(Id, node, null), Paddings.Complete(node.Layer!, axes));
            yield return Places.Finding(
                Id,
                node,
                null,
                node.Name,
                Windows.Unread(axes, axis => Drops(node, axis)),
                node.Layer!.Input.PositionsText,
                Windows.Reach(axes),
                string.Join("×", axes.Select(axis => axis.Stride).Distinct().Select(stride => Figures.Whole(stride))),
                changes.Count > 0 ? $"set {ArgumentChange.InWords(changes)}" : "choose stride, kernel or padding such that its last place reaches the end") with
            {
                Suggestion = ArgumentChange.Write(changes),
            };
        }
    }

    /// <summary>More than a gap between two places (LW1005), and not what is left of a division into windows (LW1006).</summary>
    private static bool Drops(FlowNode node, SlidingAxis axis) => axis.Window.Size > 1
        && axis.Unread > Math.Max(0, axis.Stride - axis.Window.Extent)
        && !(node.Layer!.Layer.IsPooling && axis.IsTiled);
}
