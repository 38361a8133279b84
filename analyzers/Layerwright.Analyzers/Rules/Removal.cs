using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.Analyzers.Rules.Training;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules;

/// <summary>Whether a fix may take layers away.</summary>
internal static class Removal
{
    /// <summary>The same of one layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="mayLackNormalization">True where it is no matter that a hidden activation lacks a normalisation.</param>
    public static bool IsSafe(FlowNode layer, bool mayLackNormalization = false) => layer.Block is null && IsSafe(layer, [layer], mayLackNormalization);

    /// <summary>
    /// True where the layers are the judged class's own, and where without them no two meet that another rule would warn of: two
    /// activations, two normalisations, a dropout before one, or weights and activations that a normalisation made fit each other.
    /// </summary>
    public static bool AreSafe(IReadOnlyCollection<FlowNode> layers) => layers.All(layer => layer.Block is null && IsSafe(layer, layers, mayLackNormalization: false));

    /// <summary>Two layers that another rule warns of where one follows the other at once: two activations, or weights whose bias or frozen state the normalisation contradicts.</summary>
    public static bool Clash(FlowNode before, FlowNode behind) => (before.IsActivation && behind.IsActivation)
        || BiasBeforeNormRule.IsCancelled(before, behind)
        || LiveStatisticsAboveFrozenRule.IsAbove(before, behind);

    private static bool IsSafe(FlowNode layer, IReadOnlyCollection<FlowNode> removed, bool mayLackNormalization)
    {
        var before = FlowGraph.ReachBack(layer, Stays).Where(Stays).ToList();
        var behind = FlowGraph.Reach(layer, Stays).Where(Stays).ToList();
        return !before.Exists(first => behind.Exists(second => Clash(first, second)))
            && !(before.Exists(node => node.IsNormalization || node.IsDropout) && behind.Exists(node => node.IsNormalization))
            && !(layer.IsNormalization && before.Exists(NeedsNormalization))
            && !(layer.IsNormalization && !mayLackNormalization && FlowGraph.Reach(layer, node => node.IsActivation).Any(IsHidden));

        bool Stays(FlowNode node) => !removed.Contains(node)
            && (node.IsAffine || node.IsNonlinearity || node.IsNormalization || node.IsSum || node.IsDropout);
    }

    /// <summary>Weights with a written start whose scale a normalisation may have cancelled.</summary>
    private static bool NeedsNormalization(FlowNode node) =>
        node.IsAffine && WeightInitialization.Written(node.Layer!.Arguments) is not (Init.Auto or Init.He or Init.HeUniform);

    /// <summary>An activation with weights, a sum or what is not known behind it.</summary>
    private static bool IsHidden(FlowNode node) =>
        node.IsActivation && FlowGraph.Reach(node, behind => behind.IsLoss).Any(behind => behind.IsAffine || behind.Layer is null);
}
