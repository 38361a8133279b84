using Layerwright.Analyzers.Flow;

namespace Layerwright.Analyzers.Rules.Normalization;

/// <summary>What several rules know of dropout.</summary>
internal static class Dropouts
{
    /// <summary>The layers that drop something: at a rate of 0 nothing is.</summary>
    public static IEnumerable<FlowNode> Of(FlowGraph graph) => graph.Layers.Where(node => node.IsDropout && Rate(node) > 0);

    public static double Rate(FlowNode dropout) => dropout.Layer!.Layer.DropRate(dropout.Layer.Arguments);

    /// <summary>Fewer features are left on average than <paramref name="least"/>. Rates are floats: what is exact in decimals stays so.</summary>
    public static bool LeavesFewerThan(double least, double rate, int width) => Left(rate, width) < least;

    /// <summary>Features that are left on average.</summary>
    public static double Left(double rate, int width) => Math.Round((1 - rate) * width, 4);

    /// <summary>True where an edit of the judged class can take it away and what then stands side by side is no fault of its own.</summary>
    /// <param name="graph">The network or block.</param>
    /// <param name="dropout">The layer.</param>
    public static bool CanGo(FlowGraph graph, FlowNode dropout) => dropout.Block is null
        && !graph.IsAtBorder(dropout)
        && !dropout.Previous.Any(before => dropout.Next.Any(behind => Removal.Clash(before, behind)));
}
