using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Rules;

/// <summary>One rule: what it is called, how grave it is, and what a project may set about it.</summary>
internal abstract class Rule
{
    /// <summary>Tags of errors that stop code from being generated: their severity cannot be lowered.</summary>
    protected const string NotConfigurable = WellKnownDiagnosticTags.NotConfigurable;

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Its thresholds.</summary>
    public virtual IReadOnlyList<RuleOption> Options => [];

    /// <summary>A warning that practitioners disagree about: the quiet profile makes a hint of it.</summary>
    public virtual bool IsContested => false;
}
