using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1005: between two places of a window lies what neither reads.</summary>
internal sealed class StrideSkipsRule : NetworkRule
{
    public const string Id = "LW1005";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "The stride skips over the input",
        "{0} moves its window of {1} on by {2}, so what lies between two places is never read; use a stride of at most {1}",
        Categories.Shapes,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A stride larger than the kernel leaves rows and columns out as regularly as it takes others in; a kernel of 1 is the way to do that on purpose.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var offers = new ArgumentOffers(graph, options);
        foreach (var node in graph.Layers)
        {
            var axes = Windows.Of(node);
            foreach (var skipping in axes.Where(Skips).GroupBy(axis => axis.StrideArgument))
            {
                int kernel = skipping.Min(axis => axis.Window.Size);
                var changes = offers.First(Places.Finding(Id, node, skipping.Key), Candidates(graph, node, skipping.Key, kernel));
                yield return Places.Finding(
                    Id, node, skipping.Key, node.Name, Figures.Whole(kernel), Figures.Whole(skipping.First().Stride)) with
                {
                    Suggestion = ArgumentChange.Write(changes),
                };
            }
        }
    }

    private static bool Skips(SlidingAxis axis) => axis.Window.Size > 1 && axis.Stride > axis.Window.Size;

    /// <summary>The smaller stride, alone or with padding where its steps would not come out even (LW1004). In a block it would change shapes that are not known.</summary>
    private static IEnumerable<IReadOnlyList<ArgumentChange>> Candidates(FlowGraph graph, FlowNode node, string argument, int stride)
    {
        if (graph.IsBlock)
        {
            return [];
        }

        var smaller = new ArgumentChange(argument, stride);
        var axes = Windows.Of(node).Select(axis => axis.StrideArgument == argument ? axis with { Stride = stride } : axis).ToList();
        return Paddings.Complete(node.Layer!, axes).Select<IReadOnlyList<ArgumentChange>, IReadOnlyList<ArgumentChange>>(padding => [smaller, .. padding]).Prepend([smaller]);
    }
}
