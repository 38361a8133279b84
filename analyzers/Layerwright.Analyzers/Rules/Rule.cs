using Layerwright.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules;

/// <summary>One rule: what it is called, and what it looks for in a network whose declaration and shapes are in order.</summary>
internal abstract class Rule
{
    /// <summary>Tags of errors that stop code from being generated: their severity cannot be lowered.</summary>
    protected const string NotConfigurable = WellKnownDiagnosticTags.NotConfigurable;

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Faults in one network or block, layer by layer in data-flow order. Rules whose faults parsing and inference find themselves have none here.</summary>
    public virtual IEnumerable<Finding> Find(FlowGraph graph) => [];

    /// <summary>What is reported of the faults that are left: by default each.</summary>
    public virtual IEnumerable<Finding> Combine(IReadOnlyList<Finding> findings) => findings;
}
