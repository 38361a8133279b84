using Layerwright.Analyzers.Flow;

namespace Layerwright.Analyzers.Rules;

/// <summary>A rule about networks and blocks: looks at one whose declaration and shapes are in order.</summary>
internal abstract class NetworkRule : Rule
{
    /// <summary>Faults in one network or block, layer by layer in data-flow order. Rules whose faults parsing and inference find themselves have none here.</summary>
    public virtual IEnumerable<Finding> Find(FlowGraph graph, RuleOptions options) => [];

    /// <summary>A fault that inference has found, with what its fixes must know besides.</summary>
    public virtual Finding Complete(Finding fault, FlowGraph graph, RuleOptions options) => fault;

    /// <summary>What is reported of the faults that are left: by default each.</summary>
    public virtual IEnumerable<Finding> Combine(IReadOnlyList<Finding> findings) => findings;
}
