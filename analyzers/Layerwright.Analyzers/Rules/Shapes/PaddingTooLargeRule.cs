using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1008: so much padding that whole places of the kernel lie in it.</summary>
internal sealed class PaddingTooLargeRule : NetworkRule
{
    public const string Id = "LW1008";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "The padding is as large as the kernel",
        "{1} of {0} is {2}, but its kernel reaches over {3}: at the border it sees padding alone; use {1} = {4}",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A kernel that lies in the padding alone sees zeros: the border of the output is the bias, and the image around it grows by what says nothing.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var offers = new ArgumentOffers(graph, options);
        foreach (var node in graph.Layers)
        {
            foreach (var padded in Windows.Of(node).Where(axis => axis.Before >= axis.Window.Extent).GroupBy(axis => axis.PadArgument))
            {
                long extent = padded.Min(axis => axis.Window.Extent);
                var changes = offers.First(Places.Finding(Id, node, padded.Key), Candidates(graph, padded.Key, extent));
                yield return Places.Finding(
                    Id,
                    node,
                    padded.Key,
                    node.Name,
                    padded.Key,
                    Figures.Whole(padded.First().Before),
                    Figures.Whole(extent),
                    Figures.Whole(changes.Count > 0 ? (int)changes[0].Value! : (extent - 1) / 2)) with
                {
                    Suggestion = ArgumentChange.Write(changes),
                };
            }
        }
    }

    /// <summary>What keeps the size, else all but a whole kernel. In a block it would change shapes that are not known.</summary>
    private static IEnumerable<IReadOnlyList<ArgumentChange>> Candidates(FlowGraph graph, string argument, long extent) => graph.IsBlock
        ? []
        : new[] { (extent - 1) / 2, extent - 1 }.Distinct().Select(pad => new[] { new ArgumentChange(argument, (int)pad) });
}
