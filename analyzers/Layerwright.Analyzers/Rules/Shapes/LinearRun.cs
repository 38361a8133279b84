using Layerwright.Analyzers.Flow;

namespace Layerwright.Analyzers.Rules.Shapes;

/// <summary>Weights that take what other weights put out, with nothing that bends on any way between: through concatenations, not through sums or gates.</summary>
/// <param name="Firsts">The weights before: several where a concatenation joins them.</param>
/// <param name="Between">What stands between them and the judged weights, in data-flow order.</param>
/// <param name="Seconds">All weights that take nothing but the first ones' output.</param>
internal sealed record LinearRun(IReadOnlyList<FlowNode> Firsts, IReadOnlyList<FlowNode> Between, IReadOnlyList<FlowNode> Seconds)
{
    /// <summary>The run that ends in these weights; null where something bends before them, or where what comes in also goes elsewhere.</summary>
    public static LinearRun? Before(FlowNode second)
    {
        if (!IsLinear(second))
        {
            return null;
        }

        var back = FlowGraph.ReachBack(second, IsStop).ToList();
        var firsts = Ends(back);
        if (firsts.Count == 0 || !firsts.TrueForAll(first => IsLinear(first) && !first.Layer!.Layer.IsUpsampling))
        {
            return null;
        }

        var seconds = firsts.SelectMany(first => Ends(FlowGraph.Reach(first, IsStop))).Except(firsts).ToList();
        bool isClosed = seconds.TrueForAll(end => IsLinear(end) && Ends(FlowGraph.ReachBack(end, IsStop)).TrueForAll(firsts.Contains));
        back.RemoveAll(firsts.Contains);
        back.Reverse();
        return isClosed ? new(firsts, back, seconds) : null;
    }

    /// <summary>True for a node between that all goes through which any of the last weights take in.</summary>
    public bool IsShared(FlowNode between) => Seconds.All(second =>
        !FlowGraph.ReachBack(second, node => node == between || IsStop(node)).Any(Firsts.Contains));

    /// <summary>Weights that mix channels and bend nothing themselves, as maxout does.</summary>
    private static bool IsLinear(FlowNode node) => node is { IsAffine: true, IsNonlinearity: false, IsWritten: true } && !node.Layer!.Layer.IsDepthwise(node.Layer);

    private static List<FlowNode> Ends(IEnumerable<FlowNode> reached) => reached.Where(node => IsStop(node) || node.Next.Count == 0 || node.Previous.Count == 0).ToList();

    /// <summary>Also a concatenation that takes a block's own input, of which nothing is known.</summary>
    private static bool IsStop(FlowNode node) => node.IsAffine || node.IsNonlinearity || (node.IsSum && !node.IsConcat)
        || (node.IsConcat && node.Previous.Count < node.Composite!.Branches.Count);
}
