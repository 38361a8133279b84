namespace Layerwright.Analyzers.Flow;

/// <summary>Where a residual's branch and what goes around it meet.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Branch">What gives the sum the branch's output.</param>
/// <param name="Shortcut">What gives it the rest; null at the start of a block judged alone.</param>
internal sealed record ResidualEnd(FlowNode Sum, FlowNode Branch, FlowNode? Shortcut)
{
    /// <summary>The ends of all residuals whose branches hold something, in data-flow order.</summary>
    public static IReadOnlyList<ResidualEnd> All(FlowGraph graph) => graph.Nodes
        .Where(node => node.IsResidualSum)
        .Select(Of)
        .OfType<ResidualEnd>()
        .ToList();

    /// <summary>True for a node inside the branch, however deep.</summary>
    public bool Holds(FlowNode node)
    {
        for (var branch = node.Branch; branch is not null; branch = branch.Parent)
        {
            if (IsBranch(branch, Sum))
            {
                return true;
            }
        }

        return false;
    }

    private static ResidualEnd? Of(FlowNode sum) => sum.Previous.FirstOrDefault(node => node.Branch is { } branch && IsBranch(branch, sum)) is { } end
        ? new ResidualEnd(sum, end, sum.Previous.FirstOrDefault(node => node != end))
        : null;

    private static bool IsBranch(FlowBranch branch, FlowNode sum) => branch.IsResidual && ReferenceEquals(branch.Composite, sum.Composite);
}
