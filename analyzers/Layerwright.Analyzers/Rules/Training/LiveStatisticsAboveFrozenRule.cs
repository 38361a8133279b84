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

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        if (!graph.Network.Declaration.Options.Training)
        {
            yield break;
        }

        // With these frozen nothing may be left to train: then no fix leads there.
        var live = graph.Layers.Where(node => node.Previous.Count == 1 && IsAbove(node.Previous[0], node)).ToList();
        bool leavesSome = graph.IsBlock || graph.Layers.Any(node => node is { Learns: true, IsFrozen: false } && !live.Contains(node));
        foreach (var norm in live)
        {
            yield return Places.Finding(Id, norm, null, norm.Name, norm.Previous[0].Name) with { Argument = Frozen, Suggestion = leavesSome ? "true" : null };
        }
    }

    /// <summary>Two normalisations in a row are another fault.</summary>
    internal static bool IsAbove(FlowNode frozen, FlowNode norm) => norm.UsesBatchStatistics && frozen is { IsNormalization: false, IsFrozen: true };
}
