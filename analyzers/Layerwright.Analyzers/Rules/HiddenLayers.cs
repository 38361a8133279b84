using Layerwright.Analyzers.Flow;
using Layerwright.Analyzers.Rules.Initialization;
using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.Analyzers.Rules;

/// <summary>What several rules know of nonlinearities inside a network.</summary>
internal static class HiddenLayers
{
    /// <summary>
    /// Weights, a residual's sum or a gate follow, and it is no gate's end. Side by side with others in a concatenation it may still be
    /// the output's. Where a block ends, what follows is not known and is judged at the use.
    /// </summary>
    public static bool IsHidden(FlowNode nonlinearity) =>
        FlowGraph.Reach(nonlinearity, node => false).Any(node => node.IsAffine || node.IsResidualSum || node.IsGate)
        && !FlowGraph.EndsGate(nonlinearity);

    /// <summary>
    /// A normalisation stands between the last weights and the nonlinearity, or right behind it; one over rows (layer normalisation and
    /// its kin) may also stand before those weights.
    /// </summary>
    public static bool IsNormalized(FlowNode nonlinearity) =>
        FlowGraph.ReachBack(nonlinearity, node => node.IsAffine || node.IsNonlinearity).Any(node => node.IsNormalization)
        || FlowGraph.ReachBack(nonlinearity, node => node.IsNonlinearity).Any(IsRowNormalization)
        || FlowGraph.Reach(nonlinearity, node => node.IsAffine || node.IsNonlinearity || node.IsSum).Any(node => node.IsNormalization);

    /// <summary>Normalises each row by itself, not each feature over the batch.</summary>
    public static bool IsRowNormalization(FlowNode node) => node is { IsNormalization: true, Layer.Layer.IsBatchNormalization: false };

    /// <summary>An activation that bends each element by itself.</summary>
    public static bool IsElementwise(FlowNode node) => node is { Layer.Layer.IsElementwise: true };

    /// <summary>Weights whose written <c>Init</c> would be wrong before this activation: those that a fix must take it from.</summary>
    public static bool IsUnsuited(FlowNode weights, Layer activation) => weights is { IsAffine: true, IsNonlinearity: false, IsWritten: true }
        && (activation.IsRectifier ? Initializations.IsForLinear(weights.Layer!)
            : activation.IsSelfNormalizing && WeightInitialization.Written(weights.Layer!.Arguments) is not (Init.Auto or Init.LeCun));

    /// <summary>
    /// A finding whose fix puts <paramref name="activation"/> in the place of one that is there: with the weights that it would not suit.
    /// A rectifier right behind a γ of 0 would let nothing through, so there it is not offered.
    /// </summary>
    public static Finding WithFeeders(this Finding finding, FlowNode replaced, Layer activation)
    {
        var found = finding.WithFeeders(FlowGraph.ReachBack(replaced, Initializations.EndsReach).Where(node => IsUnsuited(node, activation)));
        return activation.IsRectifier && ZeroInitRule.IsBehindZeroScale(replaced) ? found with { HasForeignFeeders = true } : found;
    }

    /// <summary>The same where the weights are known.</summary>
    public static Finding WithFeeders(this Finding finding, IEnumerable<FlowNode> feeders)
    {
        var byPlace = feeders.ToLookup(feeder => feeder.Block is null);
        return finding with
        {
            Feeders = byPlace[true].Select(feeder => feeder.RootAttribute).Distinct().ToEquatableArray(),
            HasForeignFeeders = byPlace[false].Any(),
        };
    }
}
