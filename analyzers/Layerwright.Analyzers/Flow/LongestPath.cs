namespace Layerwright.Analyzers.Flow;

/// <summary>Depth: along the way through a network that meets most of some sort of layer.</summary>
internal static class LongestPath
{
    /// <summary>The nodes that count on that way, first to last.</summary>
    public static IReadOnlyList<FlowNode> Of(FlowGraph graph, Func<FlowNode, bool> counts)
    {
        var best = new Dictionary<FlowNode, (int Length, FlowNode? Before)>();
        foreach (var node in graph.Nodes)
        {
            // The node that counts last on the way to here.
            FlowNode? before = null;
            int length = 0;
            foreach (var previous in node.Previous)
            {
                if (best[previous].Length > length)
                {
                    length = best[previous].Length;
                    before = counts(previous) ? previous : best[previous].Before;
                }
            }

            best[node] = (counts(node) ? length + 1 : length, before);
        }

        var deepest = graph.Nodes.Where(counts).OrderByDescending(node => best[node].Length).FirstOrDefault();
        var path = new List<FlowNode>();
        for (var node = deepest; node is not null; node = best[node].Before)
        {
            path.Insert(0, node);
        }

        return path;
    }
}
