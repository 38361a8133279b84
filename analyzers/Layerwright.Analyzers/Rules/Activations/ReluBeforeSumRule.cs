using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2015: a residual branch that ends in ReLU. Said at the use: the block does not know that it is one's branch.</summary>
internal sealed class ReluBeforeSumRule : NetworkRule
{
    public const string Id = "LW2015";

    private const string Kind = "ReLU";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Residual branch that ends in ReLU",
        "{0} ends the branch of {1}, which can only add to its input and never take from it; move [ReLU] behind the sum",
        Categories.Activations,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What a residual branch adds should be able to go both ways. Behind a ReLU it is never negative, so the signal can only grow from block to block; "
            + "He et al. (2016) measured it: 7.84 % test error instead of 6.61 % on CIFAR-10 with ResNet-110. The ReLU belongs behind the sum, or before the branch's weights.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        var ends = graph.Nodes
            .Where(node => node.IsResidualSum)
            .Select(sum => (Sum: sum, Relu: End(sum)))
            .Where(end => end.Relu is not null)
            .ToLookup(end => end.Relu!.Block, StringComparer.Ordinal);
        foreach (var uses in ends)
        {
            // What is taken from a block is taken from every use of it.
            bool isMendable = uses.All(use => CanMove(graph, use.Sum, use.Relu!));
            string insertions = string.Join(",", uses.Where(use => !IsBentBehind(use.Sum))
                .Select(use => use.Sum.RootAttribute)
                .Distinct()
                .Select(attribute => attribute.ToString(CultureInfo.InvariantCulture)));
            var findings = uses.Select(use => Places.Finding(Id, use.Relu!, null, use.Relu!.Name, use.Sum.Name)).ToList();
            foreach (var finding in findings)
            {
                yield return finding with
                {
                    IsMendable = isMendable,
                    Suggestion = insertions,
                    Others = findings.Where(other => other != finding).Distinct().ToEquatableArray(),
                };
            }
        }
    }

    /// <summary>The ReLU whose output the branch adds: behind it nothing changes a sign any more.</summary>
    private static FlowNode? End(FlowNode sum)
    {
        var branch = sum.Previous.FirstOrDefault(node => node.Branch is { Index: 0 } inner && ReferenceEquals(inner.Composite, sum.Composite));
        while (branch is { Layer: { Layer: { IsDropout: true } or { IsPooling: true } or { IsReshaping: true } }, Previous.Count: 1 })
        {
            branch = branch.Previous[0];
        }

        return branch is { Layer.Layer.Kind: Kind } ? branch : null;
    }

    /// <summary>
    /// The ReLU is the last of several layers of the branch's block, the residual stands in the judged class, and one behind its sum would
    /// neither make the output nor bend weights that nothing normalises.
    /// </summary>
    private static bool CanMove(FlowGraph graph, FlowNode sum, FlowNode relu)
    {
        var branch = sum.Composite!.Branches[0];
        bool isBlocksLast = relu.Next.Count == 1 && relu.Next[0] == sum && relu.Block == branch.Block && branch.Layers.Count > 1;
        bool isOnlyBranch = sum.Composite.Declaration.Blocks.Count(block => block == branch.Block) == 1;
        return isBlocksLast && isOnlyBranch && sum.Block is null
            && (IsBentBehind(sum) || (sum.HasWeightsBehind && IsPrepared(graph, sum, relu)));
    }

    /// <summary>A nonlinearity follows before any weights: behind the sum nothing is missing.</summary>
    private static bool IsBentBehind(FlowNode sum) =>
        FlowGraph.Reach(sum, node => node.IsAffine || node.IsNonlinearity || node.IsSum).Any(HiddenLayers.IsElementwise);

    /// <summary>What else the sum takes has been bent or normalised. Where a block begins that is not known.</summary>
    private static bool IsPrepared(FlowGraph graph, FlowNode sum, FlowNode relu)
    {
        var sources = FlowGraph.ReachBack(sum, node => node == relu || Settles(node)).Where(node => node != relu).ToList();
        return sources.TrueForAll(node => !node.IsAffine || !node.IsWritten)
            && (!graph.IsBlock || (sources.Count > 0 && sources.TrueForAll(node => Settles(node) || node.Previous.Count > 0)));
    }

    private static bool Settles(FlowNode node) => node.IsAffine || node.IsNonlinearity || node.IsNormalization;
}
