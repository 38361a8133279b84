using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3009: branches of a deep residual network that end in a normalisation with γ = 1. Once per network.</summary>
internal sealed class ResidualGammaRule : OncePerNetworkRule
{
    public const string Id = "LW3009";

    private static readonly RuleOption _minimumBlocks = new(
        "minimum_blocks", 8, 1, 10_000, "Residual blocks, one behind the other, from which on it is said.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Residual branches start at full size",
        "{0} ends a residual branch with γ = 1 in a stack of {1} blocks{2}; set ZeroGamma = true, and the network starts as a shallow one",
        Categories.Initialization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "With γ = 0 at the end of its branch each block starts as the identity: a deep network begins as a shallow one, which trains more easily at first (He et al. 2018; Goyal et al. 2017).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_minimumBlocks];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        int blocks = LongestPath.Of(graph, node => node.IsResidualSum).Count;
        if (blocks < options[_minimumBlocks])
        {
            return [];
        }

        // What is set in a block is set at every use of it.
        var ends = ResidualEnd.All(graph).Select(Norm).OfType<FlowNode>().ToList();
        return ends.Select(norm => Places.Finding(Id, norm, null, norm.Name, Figures.Text(blocks)) with
        {
            Argument = "ZeroGamma",
            Suggestion = "true",
            IsMendable = graph.Layers.Where(node => Origin(node) == Origin(norm)).All(ends.Contains),
        });
    }

    private static (string? Block, int Attribute) Origin(FlowNode node) => (node.Block, node.BlockAttribute);

    /// <summary>The batch normalisation that a branch ends in, behind which only what keeps its size may follow; null where γ is not 1.</summary>
    private static FlowNode? Norm(ResidualEnd end)
    {
        var node = end.Branch;
        while (node is { IsAffine: false, IsNonlinearity: false, IsNormalization: false, IsSum: false, Previous.Count: 1 } && end.Holds(node.Previous[0]))
        {
            node = node.Previous[0];
        }

        return node is { Layer.Layer.IsBatchNormalization: true, IsWritten: true }
            && node.Layer.Parameters.Any(parameter => parameter is { Role: ParameterRole.Scale, IsFrozen: false, Start.Value: 1 })
            ? node
            : null;
    }
}
