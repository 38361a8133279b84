using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Inference;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4008: dropouts in a row are one.</summary>
internal sealed class StackedDropoutRule : NetworkRule
{
    public const string Id = "LW4008";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Dropouts in a row",
        "{0} follows {1}: together they drop {2} of what enters; {3}",
        Categories.Normalization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What the first leaves the second drops from again: 1 − (1 − a)·(1 − b) in all, which nobody reads off two numbers.",
        helpLinkUri: RuleLinks.Of(Id));

    /// <summary>A larger one would be too strong.</summary>
    private const double MostRate = 0.5;

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var first in Dropouts.Of(graph).Where(node => Before(node) is null))
        {
            var run = new List<FlowNode> { first };
            while (Behind(run[run.Count - 1]) is { } next)
            {
                run.Add(next);
            }

            if (run.Count > 1)
            {
                yield return Of(run);
            }
        }
    }

    private static Finding Of(List<FlowNode> run)
    {
        double rate = Merged(run), right = Math.Min(rate, MostRate);
        bool isMendable = run.TrueForAll(node => node.Block is null && node.Layer!.Layer.Kind == run[0].Layer!.Layer.Kind)
            && run[0].Layer!.Input is { IsUnknown: false } input && !Dropouts.LeavesFewerThan(DropoutTooStrongRule.MinimumWidth, right, input.Channels);
        return Places.Finding(
            Id, run[1], null, run[1].Name, run[0].Name, Text(rate), $"keep one{(isMendable ? $" of {Text(right)}" : "")}") with
        {
            Others = run.Where(node => node != run[1]).Select(node => Places.Finding(Id, node, null)).ToEquatableArray(),
            Suggestion = Text(right),
            IsMendable = isMendable,
        };
    }

    private static double Merged(IEnumerable<FlowNode> run) => 1 - run.Aggregate(1.0, (left, node) => left * (1 - Dropouts.Rate(node)));

    private static FlowNode? Behind(FlowNode dropout) =>
        dropout.Next.Count == 1 && dropout.Next[0] is { IsDropout: true } next && Dropouts.Rate(next) > 0 ? next : null;

    private static FlowNode? Before(FlowNode dropout) =>
        dropout.Previous.Count == 1 && dropout.Previous[0] is { IsDropout: true, Next.Count: 1 } before && Dropouts.Rate(before) > 0 ? before : null;

    private static string Text(double rate) => LayerIssues.Text(Math.Round(rate, 4));
}
