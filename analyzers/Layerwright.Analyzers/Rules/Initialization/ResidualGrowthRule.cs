using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3011: many residual blocks without normalisation, each of which adds at full size. Once per network.</summary>
internal sealed class ResidualGrowthRule : OncePerNetworkRule
{
    public const string Id = "LW3011";

    /// <summary>A branch that adds so many times its share, 1/blocks, is not small.</summary>
    private const double Tolerance = 2;

    private static readonly RuleOption _minimumBlocks = new(
        "minimum_blocks", 8, 1, 10_000, "Residual blocks, one behind the other, from which on it is said.");

    private static readonly RuleOption _mostGrowth = new(
        "most_growth", 2, 1, 1e9, "How many times as large the signal may become over the blocks.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "The signal grows over residual blocks",
        "{0} ends a residual branch at full size{4}: over {1} blocks without normalisation the signal becomes {2} times as large; set InitScale = {3}",
        Categories.Initialization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Each residual block adds its branch's variance to the signal's. Without normalisation that grows exponentially with their number, unless the last weights of each branch start small: by 1/√blocks, or at nothing (Zhang et al. 2019, Fixup; Hanin and Rolnick 2018).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_minimumBlocks, _mostGrowth];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        int blocks = LongestPath.Of(graph, node => node.IsResidualSum).Count;
        var ends = blocks < options[_minimumBlocks] ? [] : ResidualEnd.All(graph);
        if (ends.Count == 0 || graph.Layers.Any(node => node.IsNormalization && IsInStack(node)))
        {
            yield break;
        }

        var flow = SignalFlow.Of(graph);
        double growth = Growth(flow, ends), largest = ends.Max(end => Share(flow, end));
        if (growth <= options[_mostGrowth] || largest * blocks <= Tolerance)
        {
            yield break;
        }

        var last = graph.Layers.Where(node => IsLast(node, ends)).ToList();
        double factor = Rounded(1 / Math.Sqrt(blocks * largest));
        bool isMended = Growth(SignalFlow.Of(graph, last.ToDictionary(node => node, node => StartingWeights.Of(node).Gain * factor * factor)), ends)
            <= options[_mostGrowth];
        foreach (var weights in last)
        {
            double scale = Rounded(factor * Initializations.Scale(weights.Layer!));
            yield return Places.Finding(Id, weights, null, weights.Name, Figures.Text(blocks), Figures.Text(growth), Figures.Exact(scale)) with
            {
                Argument = Initializations.ScaleArgument,
                Suggestion = Figures.Exact(scale),

                // One number is written into all of them, and one that is written for a block counts at every use of it.
                IsMendable = isMended && last.TrueForAll(other => Initializations.Scale(other.Layer!) == Initializations.Scale(weights.Layer!)) && graph.Layers.Where(node => IsSame(node, weights)).All(last.Contains),
            };
        }
    }

    /// <summary>How many times as large the signal is behind the last block as before the first.</summary>
    private static double Growth(SignalFlow flow, IReadOnlyList<ResidualEnd> ends) =>
        Math.Sqrt(flow.Output(ends[ends.Count - 1].Sum).Square / Around(flow, ends[0]));

    /// <summary>What a branch adds to the mean square, as a part of what goes around it.</summary>
    private static double Share(SignalFlow flow, ResidualEnd end) => flow.Output(end.Branch).Square / Around(flow, end);

    private static double Around(SignalFlow flow, ResidualEnd end) => Math.Max(end.Shortcut is null ? 1 : flow.Output(end.Shortcut).Square, 1e-30);

    /// <summary>In a branch, or behind one residual block and before another.</summary>
    private static bool IsInStack(FlowNode node) => node.Branch is { IsResidual: true }
        || (FlowGraph.ReachBack(node, _ => false).Any(before => before.IsResidualSum) && FlowGraph.Reach(node, _ => false).Any(behind => behind.IsResidualSum));

    private static bool IsLast(FlowNode node, IReadOnlyList<ResidualEnd> ends) => Initializations.IsStarted(node)
        && StartingWeights.Of(node).Deviation > 0
        && ends.Any(end => end.Holds(node) && FlowGraph.Reach(node, behind => behind.IsAffine).Contains(end.Sum));

    private static bool IsSame(FlowNode node, FlowNode other) => node.Block == other.Block && node.BlockAttribute == other.BlockAttribute;

    /// <summary>Down to two digits.</summary>
    private static double Rounded(double value)
    {
        double digit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);
        return Math.Floor((value / digit) + 1e-9) * digit;
    }
}
