using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Common;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules.Activations;

/// <summary>LW2001: a sigmoid that is not the output's.</summary>
internal sealed class SigmoidInHiddenLayerRule : NetworkRule
{
    public const string Id = "LW2001";

    private static readonly DiagnosticDescriptor _descriptor = new(
        Id,
        "Sigmoid in a hidden layer",
        "{0} is a hidden sigmoid: its gradient is at most 1/4 and vanishes where it saturates, and its outputs are not centred; use [ReLU] or [Tanh]",
        Categories.Activations,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A sigmoid's gradient is at most 1/4, vanishes where it saturates, and its outputs are all positive: deep layers behind it learn slowly or not at all (Glorot and Bengio 2010; CS231n).",
        helpLinkUri: RuleLinks.Of(Id));

    public override DiagnosticDescriptor Descriptor => _descriptor;

    public override IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options)
    {
        foreach (var sigmoid in graph.Layers.Where(node => node.Layer is { Layer.Kind: "Sigmoid" } && IsHidden(node)))
        {
            var feeders = Feeders(graph, sigmoid).ToLookup(feeder => feeder.Block is null);
            yield return Places.Finding(Id, sigmoid, null, sigmoid.Name) with
            {
                Feeders = feeders[true].Select(feeder => feeder.RootAttribute).ToEquatableArray(),
                HasForeignFeeders = feeders[false].Any(),
            };
        }
    }

    /// <summary>Weights or a sum follow, and it is no gate's end. Where a block ends, what follows is not known and is judged at the use.</summary>
    private static bool IsHidden(FlowNode sigmoid) =>
        FlowGraph.Reach(sigmoid, node => false).Any(node => node.IsAffine || node.IsSum) && !FlowGraph.EndsGate(sigmoid);

    /// <summary>Weight layers that this sigmoid takes and whose Init would be wrong before a rectifier.</summary>
    private static IEnumerable<FlowNode> Feeders(FlowGraph graph, FlowNode sigmoid) => graph.Layers
        .Where(node => node.IsAffine && node.IsWritten && Initializations.IsForLinear(node.Layer!))
        .Where(node => FlowGraph.Reach(node, Initializations.EndsReach).Contains(sigmoid));
}
