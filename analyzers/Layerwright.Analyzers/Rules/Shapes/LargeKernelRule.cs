using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1014: a large square of weights behind the first layer.</summary>
internal sealed class LargeKernelRule : NetworkRule
{
    public const string Id = "LW1014";

    private static readonly RuleOption _minimumKernel = new("minimum_kernel", 7, 3, 1000, "The smallest kernel that counts as large.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "A large kernel beyond the first layer",
        "{0} has a {1} kernel of {2} weights; {3} layers of 3×3 see as far with {4}, and bend more often",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A stack of small kernels sees as far as one large kernel, with fewer weights and a nonlinearity between (Simonyan and Zisserman 2014, CS231n). On the image itself, where channels are few, a large kernel is cheap.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_minimumKernel];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var node in graph.Layers.Where(node => node.IsAffine && node.IsWritten))
        {
            // A long and narrow kernel, or one along a sequence, is no square that a stack would save.
            var axes = Windows.Of(node);
            if (axes.Count == 2 && axes.All(axis => axis.Window.Size >= options[_minimumKernel]) && IsBehindWeights(node))
            {
                long layers = axes.Max(axis => axis.Window.Size) / 2;
                yield return Places.Finding(
                    Id,
                    node,
                    axes[0].Window.Argument,
                    node.Name,
                    Windows.Size(axes),
                    Figures.Whole((long)axes[0].Window.Size * axes[1].Window.Size),
                    Figures.Whole(layers),
                    Figures.Whole(9 * layers));
            }
        }
    }

    private static bool IsBehindWeights(FlowNode node) => FlowGraph.ReachBack(node, before => before.IsAffine).Any(before => before.IsAffine);
}
