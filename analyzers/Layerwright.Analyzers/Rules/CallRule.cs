using Layerwright.Analyzers.Calls;

namespace Layerwright.Analyzers.Rules;

/// <summary>A rule about code that trains, evaluates or searches: looks at one body of code.</summary>
internal abstract class CallRule : Rule
{
    /// <summary>Faults in one body of code, in the order of the text.</summary>
    public abstract IEnumerable<CallFinding> Find(CallBody body, RuleOptions options);
}
