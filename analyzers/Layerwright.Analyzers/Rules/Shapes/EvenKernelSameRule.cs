using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1009: padding that keeps the size around an even kernel has a longer side.</summary>
internal sealed class EvenKernelSameRule : NetworkRule
{
    public const string Id = "LW1009";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Padding.Same around an even kernel",
        "{0} keeps its size with a kernel of {1}, so the end is padded by one more than the start and its output shifts by half a position; use kernel {2}",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "An even kernel has no middle: what keeps the size pads one more row and column at the end than at the start, and layer by layer the image drifts.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var offers = new ArgumentOffers(graph, options);
        foreach (var node in graph.Layers.Where(node => node.IsWritten))
        {
            // An even distance between the taps makes up for their even number.
            foreach (var uneven in Windows.Of(node).Where(axis => axis.After == axis.Before + 1).GroupBy(axis => axis.Window.Argument))
            {
                int kernel = uneven.First().Window.Size;
                var changes = offers.First(Places.Finding(Id, node, uneven.Key), [[new(uneven.Key, kernel + 1)]]);
                yield return Places.Finding(Id, node, uneven.Key, node.Name, Figures.Whole(kernel), Figures.Whole(kernel + 1)) with
                {
                    Suggestion = ArgumentChange.Write(changes),
                };
            }
        }
    }
}
