using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>LW1018: many weighted layers in a row with no skip around any of them. Once per network.</summary>
internal sealed class DeepWithoutResidualRule : NetworkRule
{
    public const string Id = "LW1018";

    private static readonly RuleOption _minimumDepth = new("minimum_depth", 20, 2, 10_000, "The number of weighted layers in a row from which a skip is missed.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Many layers without a skip",
        "{0} weighted layers follow one another from {1} on with no skip around them; put every two or three into a block and use [Residual<T>]",
        Categories.Shapes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Plain networks get worse with depth, in training too: 56 layers do worse than 20. What is added to its input has only the difference to learn, and the gradient a way past it (He et al. 2015).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options => [_minimumDepth];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        // How long a row is shows at the use alone.
        if (graph.IsBlock)
        {
            return [];
        }

        var runs = Runs(graph).ToList();
        return runs.Find(run => run.Depth >= options[_minimumDepth]) is { First: { } first }
            ? [Places.Finding(Id, first, null, Figures.Whole(runs.Where(run => run.First == first).Max(run => run.Depth)), first.Name)]
            : [];
    }

    /// <summary>For each node the longest row of weighted layers that ends with it.</summary>
    private static IEnumerable<Run> Runs(FlowGraph graph)
    {
        var runs = new Dictionary<FlowNode, Run>();
        foreach (var node in graph.Nodes)
        {
            var before = node.Composite is { } composite && IsSkip(composite)
                ? Run.None
                : node.Previous
                    .Where(previous => !EntersSkipped(previous, node))
                    .Select(previous => runs[previous])
                    .OrderByDescending(run => run.Depth)
                    .FirstOrDefault() ?? Run.None;
            runs[node] = node.IsAffine ? new Run(before.First ?? node, before.Depth + 1) : before;
            yield return runs[node];
        }
    }

    /// <summary>Adds its input, or puts beside it what no weights have touched: data has a way past the weights of its branches.</summary>
    private static bool IsSkip(InferredLayer composite) => !composite.Layer.MultipliesBranch && (!composite.Layer.JoinsChannels
        || composite.Branches.Any(branch => !branch.Flatten().Any(layer => layer.Layer.IsAffine)));

    /// <summary>From outside into a branch that has a way past it.</summary>
    private static bool EntersSkipped(FlowNode from, FlowNode to)
    {
        for (var branch = to.Branch; branch is not null && !Contains(from.Branch, branch); branch = branch.Parent)
        {
            if (IsSkip(branch.Composite))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(FlowBranch? inner, FlowBranch branch)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (ReferenceEquals(inner, branch))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="First">The first layer of the row; null where it is empty.</param>
    /// <param name="Depth">Weighted layers in it.</param>
    private sealed record Run(FlowNode? First, int Depth)
    {
        public static Run None { get; } = new(null, 0);
    }
}
