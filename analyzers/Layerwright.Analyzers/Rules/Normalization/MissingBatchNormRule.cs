using System.Globalization;
using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4001: weights feed a hidden nonlinearity with no normalisation between. Once per network or block.</summary>
internal sealed class MissingBatchNormRule : NetworkRule
{
    public const string Id = "LW4001";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "No normalisation before a hidden nonlinearity",
        "{0} feeds {1} with no normalisation between{2}; insert [BatchNorm] before each nonlinearity",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Batch normalisation keeps the nonlinearity's input centred and of one scale, whatever the layers before it do: "
            + "training bears larger rates and depends less on the initialisation (Ioffe and Szegedy 2015).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override bool IsContested => true;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        // A block's last rectifier is hidden where more follows at every use: said of the block, it can be mended there. Else each use says so.
        foreach (var (weights, nonlinearity) in Faults(graph).Where(fault => graph.Use.IsFollowed || IsHidden(fault.Nonlinearity)))
        {
            bool isMendable = weights.Block is null || CanFollow(weights, nonlinearity);
            var finding = Places.Finding(Id, weights, null, weights.Name, nonlinearity.Name) with { IsMendable = isMendable };

            // In the user's own loop batch statistics are not always wanted.
            yield return graph.IsInOwnLoop ? finding with { Severity = DiagnosticSeverity.Info } : finding;
        }
    }

    /// <summary>Weights with what they feed: a hidden nonlinearity, or the rectifier that ends a block.</summary>
    private static IEnumerable<(FlowNode Weights, FlowNode Nonlinearity)> Faults(FlowGraph graph)
    {
        var prepared = BehindRowNormalizations(graph);
        foreach (var weights in graph.Layers.Where(node => IsJudged(graph, node) && !prepared.Contains(node)))
        {
            var reached = FlowGraph.Reach(weights, node => Initializations.EndsReach(node) || node.IsNormalization);
            if (reached.FirstOrDefault(node => NeedsNormalization(node) && (IsHidden(node) || EndsBlock(graph, node)) && !NormAfterActivationRule.IsNormalizedBehind(node)) is { } nonlinearity)
            {
                yield return (weights, nonlinearity);
            }
        }
    }

    public override IEnumerable<Finding> Combine(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return [];
        }

        var first = findings[0];
        int others = findings.Count - 1;
        string more = others == 0 ? "" : $", and so {(others == 1 ? "does 1 more layer" : $"do {others.ToString(CultureInfo.InvariantCulture)} more layers")}";
        return
        [
            first with
            {
                Issue = first.Issue with { Values = first.Issue.Values.Append(more).ToEquatableArray() },
                Others = findings.Skip(1).ToEquatableArray(),
                IsMendable = findings.All(finding => finding.IsMendable),
            },
        ];
    }

    /// <summary>
    /// Between two layers that one attribute brings in nothing can be put from here; and behind it only where the block ends in neither a
    /// written bias, which a normalisation would cancel, nor a dropout.
    /// </summary>
    private static bool CanFollow(FlowNode weights, FlowNode nonlinearity) => nonlinearity.RootAttribute != weights.RootAttribute
        && !weights.Layer!.Arguments.Bool("UseBias", false)
        && !FlowGraph.Reach(weights, node => node.IsActivation).Any(node => node.IsDropout && node.RootAttribute == weights.RootAttribute);

    /// <summary>Weights that bend nothing themselves and may still change; not the small vector layers of a gate.</summary>
    private static bool IsJudged(FlowGraph graph, FlowNode node) => node is { IsAffine: true, IsWritten: true, IsNonlinearity: false, IsFrozen: false }
        && !graph.IsGateBranch && !(node.IsInGate && node.Layer!.Output.IsVector);

    /// <summary>An activation of its own (maxout's is part of its weights) that does not keep its input's scale by itself (SELU) and ends no gate.</summary>
    private static bool NeedsNormalization(FlowNode node) =>
        node is { IsActivation: true, IsSelfNormalizing: false } && !FlowGraph.EndsGate(node);

    /// <summary>Layers with a normalisation over rows between them and the nonlinearity before: another order, in which nothing is missing.</summary>
    private static HashSet<FlowNode> BehindRowNormalizations(FlowGraph graph) => new(graph.Layers
        .Where(node => node.IsNormalization && node.Layer is { Layer.IsBatchNormalization: false })
        .SelectMany(node => FlowGraph.Reach(node, behind => behind.IsNonlinearity)));

    /// <summary>Weights or a sum follow.</summary>
    private static bool IsHidden(FlowNode nonlinearity) => FlowGraph.Reach(nonlinearity, node => false).Any(node => node.IsAffine || node.IsSum);

    /// <summary>What follows a block's end is not known, but no output is a rectifier's.</summary>
    private static bool EndsBlock(FlowGraph graph, FlowNode nonlinearity) => graph.IsBlock && nonlinearity.Layer is { Layer.IsRectifier: true };
}
