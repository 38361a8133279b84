using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1006: a pooling in steps of its own window leaves a remainder of its input unread.</summary>
internal sealed class PoolRemainderRule : NetworkRule
{
    public const string Id = "LW1006";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "The pooling leaves a remainder",
        "{0} never reads the {1} of its {2} input, which its {3} window does not divide; let {4} or {5} come to it if they matter",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Where the window does not divide the input, the last rows and columns take no part; an input that it divides loses nothing.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var node in graph.Layers.Where(node => node.Layer is { Layer.IsPooling: true }))
        {
            var axes = Windows.Placed(node);
            if (axes.Any(HasRemainder))
            {
                yield return Places.Finding(
                    Id,
                    node,
                    null,
                    node.Name,
                    Windows.Unread(axes, HasRemainder),
                    node.Layer!.Input.PositionsText,
                    Windows.Size(axes),
                    Size(axes, axis => axis.Window.Input - axis.Unread),
                    Size(axes, axis => axis.Unread == 0 ? axis.Window.Input : axis.Window.Input - axis.Unread + axis.Stride));
            }
        }
    }

    private static bool HasRemainder(SlidingAxis axis) => axis.IsTiled && axis.Window.Size > 1 && axis.Unread > 0;

    private static string Size(IEnumerable<SlidingAxis> axes, Func<SlidingAxis, int> size) => string.Join("×", axes.Select(axis => Figures.Whole(size(axis))));
}
