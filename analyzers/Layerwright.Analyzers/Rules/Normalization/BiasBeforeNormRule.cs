using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4003: a written bias that the batch normalisation right behind takes away again.</summary>
internal sealed class BiasBeforeNormRule : NetworkRule
{
    public const string Id = "LW4003";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Bias right before a batch normalisation",
        "The bias of {0} has no effect: {1} subtracts the mean, and the bias with it; set UseBias = false",
        Categories.Normalization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Batch normalisation subtracts the mean of each feature, and a constant added before goes with it; its own β does what the bias would (Ioffe and Szegedy 2015).",
        helpLinkUri: RuleLinks.Of(Id));

    private const string UseBias = nameof(UseBias);

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) => graph.Layers
        .Where(node => node.Next.Count == 1 && IsCancelled(node, node.Next[0]))
        .Select(node => Places.Finding(Id, node, UseBias, node.Name, node.Next[0].Name) with { Argument = UseBias, Suggestion = "false" });

    /// <summary>Maxout's biases stay: each of its pieces has one, and the largest is taken before the mean is.</summary>
    internal static bool IsCancelled(FlowNode weights, FlowNode norm) => norm.UsesBatchStatistics
        && weights is { IsAffine: true, IsNonlinearity: false } && weights.Layer!.Arguments.Bool(UseBias, false);
}
