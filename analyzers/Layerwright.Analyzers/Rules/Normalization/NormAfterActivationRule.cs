using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>LW4002: a batch normalisation behind the nonlinearity instead of before it.</summary>
internal sealed class NormAfterActivationRule : NetworkRule
{
    public const string Id = "LW4002";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Batch normalisation behind the nonlinearity",
        "{0} normalises what {1} has bent already; put it before {1}, where it keeps what {1} takes centred and of one scale",
        Categories.Normalization,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Normalised before the nonlinearity, its input is centred and of one scale, which is what keeps it out of saturation and its units alive "
            + "(Ioffe and Szegedy 2015, section 3.2). Behind it, the statistics are those of a distribution cut off at one side.",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var norm in graph.Layers.Where(node => node.IsBatchNormalization && !OutputHead.Holds(graph, node)))
        {
            if (Bent(norm) is { } nonlinearity && IsBare(nonlinearity))
            {
                yield return Places.Finding(Id, norm, null, norm.Name, nonlinearity.Name) with
                {
                    Others = EquatableArray.Of(Places.Finding(Id, nonlinearity, null)),
                    IsMendable = !graph.IsAtBorder(norm) && CanSwap(norm, nonlinearity),
                };
            }
        }
    }

    /// <summary>A normalisation right behind the nonlinearity, whichever way the data takes: an order of its own, and none is missing before it.</summary>
    internal static bool IsNormalizedBehind(FlowNode nonlinearity)
    {
        var ends = FlowGraph.Reach(nonlinearity, node => !IsBetween(node)).Where(node => !IsBetween(node)).ToList();
        return ends.Count > 0 && ends.TrueForAll(node => node.IsNormalization);
    }

    /// <summary>What may stand between the nonlinearity and its normalisation.</summary>
    private static bool IsBetween(FlowNode node) => node.IsPooling || node.IsDropout;

    /// <summary>The nonlinearity whose output goes into this normalisation and nowhere else.</summary>
    private static FlowNode? Bent(FlowNode norm)
    {
        var node = norm;
        while (node.Previous.Count == 1 && node.Previous[0] is { Next.Count: 1 } before && (IsBetween(before) || before.IsActivation))
        {
            if (before.IsActivation)
            {
                return before;
            }

            node = before;
        }

        return null;
    }

    /// <summary>Takes the output of weights on every way, and nothing has normalised it.</summary>
    private static bool IsBare(FlowNode nonlinearity)
    {
        var ends = FlowGraph.ReachBack(nonlinearity, Ends).Where(node => Ends(node) || node.Previous.Count == 0).ToList();
        return ends.Count > 0 && ends.TrueForAll(node => node.IsAffine);

        static bool Ends(FlowNode node) => node.IsAffine || node.IsNormalization;
    }

    /// <summary>Both are the class's own, and neither place makes another fault of it: a dropout before it there, two activations in a row here.</summary>
    private static bool CanSwap(FlowNode norm, FlowNode nonlinearity) => norm.Block is null && nonlinearity.Block is null
        && !FlowGraph.ReachBack(nonlinearity, node => !IsBetween(node)).Any(node => node.IsDropout)
        && !nonlinearity.Previous.Any(before => LiveStatisticsAboveFrozenRule.IsAbove(before, norm) || (before.Block is not null && BiasBeforeNormRule.IsCancelled(before, norm)))
        && !norm.Next.Any(behind => behind.IsActivation);
}
