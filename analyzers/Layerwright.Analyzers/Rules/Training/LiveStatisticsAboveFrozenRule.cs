using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Training;

/// <summary>LW5012: a batch normalisation that learns right behind a layer that does not.</summary>
internal sealed class LiveStatisticsAboveFrozenRule : NetworkRule
{
    public const string Id = "LW5012";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Live batch normalisation behind a frozen layer",
        "{0} goes on learning behind {1}, which is frozen; set Frozen = true, so that it normalises as it did when {1} was trained",
        Categories.Training,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A frozen layer was trained with the statistics, scale and shift of the batch normalisation behind it. Where these go on with small new batches, what the frozen layers feed drifts, although their weights stay.",
        helpLinkUri: RuleLinks.Of(Id));

    private const string Frozen = nameof(Frozen);

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) => graph.Network.Declaration.Options.Training
        ? graph.Layers
            .Where(node => node.Previous.Count == 1 && IsAbove(node.Previous[0], node))
            .Select(node => Places.Finding(Id, node, null, node.Name, node.Previous[0].Name) with { Argument = Frozen, Suggestion = "true" })
        : [];

    /// <summary>Two normalisations in a row are another fault.</summary>
    internal static bool IsAbove(FlowNode frozen, FlowNode norm) => norm.UsesBatchStatistics && !frozen.IsNormalization && IsFrozen(frozen);

    /// <summary>Has weights or statistics, and training leaves all of them as they are.</summary>
    internal static bool IsFrozen(FlowNode node) =>
        node.Layer is { Parameters.Count: > 0 } layer && layer.Parameters.All(parameter => !parameter.IsTrainable);
}
