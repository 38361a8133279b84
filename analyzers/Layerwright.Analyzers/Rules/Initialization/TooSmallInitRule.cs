using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Signals;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Initialization;

/// <summary>LW3006: weights so small that the signal dies on its way through a deep network. Once per network.</summary>
internal sealed class TooSmallInitRule : OncePerNetworkRule
{
    public const string Id = "LW3006";

    private static readonly RuleOption _leastGain = new(
        "least_gain", 0.1, 0, 1, "The fan_in·σ² below which a written deviation is too small.");

    private static readonly RuleOption _minimumDepth = new(
        "minimum_depth", 3, 1, 10_000, "Weight layers before the last from which on it matters.");

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Weights start too small",
        "{0} starts with deviation {1}{5}: fan_in·σ² is {2}, the signal shrinks on its way, and {3} gets one with an expected deviation of {4}; use Init.Auto",
        Categories.Initialization,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each layer multiplies the signal's variance by fan_in·σ², and the gradient's on the way back: with one small deviation for all, both vanish after a few layers, and nothing learns (Glorot and Bengio 2010; CS231n, neural networks part 2).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IReadOnlyList<RuleOption> Options { get; } = [_leastGain, _minimumDepth];

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        // A block alone does not know how deep it stands.
        var small = graph.IsBlock ? [] : graph.Layers.Where(node => IsTooSmall(graph, node, options[_leastGain])).ToList();
        if (small.Count == 0 || LongestPath.Of(graph, node => node.IsAffine).Count - 1 < options[_minimumDepth])
        {
            yield break;
        }

        var last = graph.Layers.Last(node => node.IsAffine);
        string arriving = Figures.Text(SignalFlow.Of(graph).Input(last).Deviation);
        foreach (var weights in small)
        {
            var start = StartingWeights.Of(weights);
            yield return Places.Finding(
                Id, weights, Initializations.Argument, weights.Name, Figures.Rounded(start.Deviation), Figures.Text(start.Gain), last.Name, arriving) with
            {
                IsMendable = weights.Block is null,
            };
        }
    }

    /// <summary>Not the last weights, nor those that end a branch, which do well to start small.</summary>
    private static bool IsTooSmall(FlowGraph graph, FlowNode node, double leastGain) => Initializations.IsStarted(node)
        && Initializations.IsFixed(node.Layer!)
        && StartingWeights.Of(node).Gain < leastGain
        && Initializations.HasWeightsBehind(node)
        && !Initializations.EndsBranch(node)
        && !Initializations.IsNormalizedBehind(node)
        && !SeluInitRule.IsAt(graph, node);
}
