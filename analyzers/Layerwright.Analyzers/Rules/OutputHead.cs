using Layerwright.Analyzers.Flow;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules;

/// <summary>What stands between the last weights and the loss.</summary>
internal sealed class OutputHead
{
    private OutputHead(FlowNode loss)
    {
        Loss = loss;
        Layers = Of(FlowGraph.ReachBack(loss, node => node.IsAffine));
        Activations = Of(FlowGraph.ReachBack(loss, IsEndOfOutput)).Where(node => node.IsActivation).ToList();
    }

    /// <summary>The loss, where it stands.</summary>
    public FlowNode Loss { get; }

    /// <summary>The loss, as the compiler knows it.</summary>
    public LossLayer Kind => (LossLayer)Loss.Layer!.Layer;

    /// <summary>Layers of a written attribute with no weights behind them, those of a branch that the output is a sum of too; the last first.</summary>
    public IReadOnlyList<FlowNode> Layers { get; }

    /// <summary>Activations that bend the output itself, and not a part of a sum or a product; the last first.</summary>
    public IReadOnlyList<FlowNode> Activations { get; }

    /// <summary>The head of a network with a loss; null where there is none.</summary>
    public static OutputHead? Of(FlowGraph graph) => graph.Layers.LastOrDefault(node => node.IsLoss) is { } loss ? new OutputHead(loss) : null;

    /// <summary>True for a layer between the last weights and the loss.</summary>
    public static bool Holds(FlowGraph graph, FlowNode node) => graph.Network.Loss is not null && !node.HasWeightsBehind;

    /// <summary>The weights right before a layer; null where there are none.</summary>
    public static FlowNode? WeightsBefore(FlowNode node) =>
        FlowGraph.ReachBack(node, before => before.IsAffine).FirstOrDefault(before => before.IsAffine);

    private static List<FlowNode> Of(IEnumerable<FlowNode> nodes) => nodes
        .Where(node => node is { IsWritten: true, IsAffine: false, IsSum: false, HasWeightsBehind: false, Layer.Layer.Role: LayerRole.Hidden })
        .ToList();

    /// <summary>A concatenation leaves each value as it is.</summary>
    private static bool IsEndOfOutput(FlowNode node) => node.IsAffine || (node.IsSum && !node.IsConcat);
}
