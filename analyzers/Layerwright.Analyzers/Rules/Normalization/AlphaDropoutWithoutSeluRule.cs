using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4016: alpha dropout on what SELU has not made.</summary>
internal sealed class AlphaDropoutWithoutSeluRule : NetworkRule
{
    public const string Id = "LW4016";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Alpha dropout without SELU",
        "{0} drops to SELU's lower limit −1.758 and keeps mean 0 and variance 1, which {1} has not; use [Dropout({2})]",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Alpha dropout replaces what it drops by SELU's lower limit and scales for mean 0 and variance 1. Behind any other activation that limit means nothing, and mean and variance are changed instead of kept (Klambauer et al. 2017).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var dropout in Dropouts.Of(graph).Where(node => node.IsSelfNormalizing))
        {
            if (Bends(graph, dropout) is { } bends && !bends.Any(node => node.IsSelfNormalizing))
            {
                string input = bends.Count > 0 ? $"the output of {bends[0].Name}" : "an input that no SELU takes";
                yield return Places.Finding(Id, dropout, null, dropout.Name, input, LayerIssues.Text(Dropouts.Rate(dropout)));
            }
        }
    }

    /// <summary>The nonlinearities before it, or where there are none (it drops inputs) those behind it; null where a block's surroundings decide.</summary>
    private static List<FlowNode>? Bends(FlowGraph graph, FlowNode dropout)
    {
        var before = FlowGraph.ReachBack(dropout, node => node.IsNonlinearity).ToList();
        if (graph.IsBlock && before.Concat([dropout]).Any(node => node.Previous.Count == 0 && !node.IsNonlinearity))
        {
            return null;
        }

        var bends = before.Where(node => node.IsNonlinearity).ToList();
        if (bends.Count > 0)
        {
            return bends;
        }

        return FlowGraph.Reach(dropout, node => node.IsNonlinearity).Where(node => node.IsSelfNormalizing && node.IsActivation).ToList();
    }
}
