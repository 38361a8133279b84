using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4006: dropout before a pooling, which takes most of it back.</summary>
internal sealed class DropoutBeforePoolRule : NetworkRule
{
    public const string Id = "LW4006";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Dropout before pooling",
        "{0} stands before {1}, which {2}; put it behind {1}",
        Categories.Normalization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A pooling window has something left wherever one of its elements is: maximum pooling picks it, and the mean of many hardly changes. Behind the pooling dropout drops what is used.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var dropout in Dropouts.Of(graph).Where(node => !node.Layer!.Layer.DropsChannels && !OutputHead.Holds(graph, node)))
        {
            var pools = Pools(dropout).ToList();
            if (pools.Count > 0)
            {
                yield return Places.Finding(Id, dropout, null, dropout.Name, pools[0].Name, Effect(pools[0].Layer!)) with
                {
                    Others = pools.Select(pool => Places.Finding(Id, pool, null)).ToEquatableArray(),
                    IsMendable = dropout.Block is null && pools.TrueForAll(pool => pool.Block is null),
                };
            }
        }
    }

    /// <summary>The poolings that follow with nothing but other dropouts between.</summary>
    private static IEnumerable<FlowNode> Pools(FlowNode dropout)
    {
        for (var node = dropout; node.Next.Count == 1 && (node.Next[0].IsPooling || node.Next[0].IsDropout); node = node.Next[0])
        {
            if (node.Next[0].IsPooling)
            {
                yield return node.Next[0];
            }
        }
    }

    private static string Effect(InferredLayer pool) => pool.Input.IsUnknown
        ? "takes most of it back"
        : $"makes {(pool.Output.IsVector ? "one" : pool.Output.PositionsText)} of {pool.Input.PositionsText} positions and takes most of it back";
}
