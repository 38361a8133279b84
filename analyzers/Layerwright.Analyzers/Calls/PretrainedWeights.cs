using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Calls;

/// <summary>Where a network's weights come from, if not from its seed.</summary>
internal static class PretrainedWeights
{
    private const string Load = nameof(Load);

    private static readonly string[] _bringing = ["LoadWeights", "CopyFrom"];

    /// <summary>The call that brings weights into a network before it is trained; null where there is none here.</summary>
    public static string? Source(CallBody body, IOperation network, IReadOnlyList<IInvocationOperation> runs)
    {
        var origin = body.Trace(network);
        if (origin is IInvocationOperation { TargetMethod: { Name: Load, IsStatic: true } } load && NetworkTypes.IsNetwork(load.TargetMethod.ContainingType))
        {
            return Load;
        }

        int start = runs.Min(run => run.Syntax.SpanStart);
        return body.Operations
            .OfType<IInvocationOperation>()
            .FirstOrDefault(call => _bringing.Contains(call.TargetMethod.Name)
                && NetworkTypes.IsNetwork(call.TargetMethod.ContainingType)
                && call.Syntax.SpanStart < start
                && call.Instance is { } receiver && IsSame(body.Trace(receiver), origin))
            ?.TargetMethod.Name;
    }

    private static bool IsSame(IOperation one, IOperation other) => one == other || (one, other) switch
    {
        (ILocalReferenceOperation a, ILocalReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Local, b.Local),
        (IParameterReferenceOperation a, IParameterReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Parameter, b.Parameter),
        (IMemberReferenceOperation a, IMemberReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Member, b.Member)
            && ((a.Instance is null or IInstanceReferenceOperation && b.Instance is null or IInstanceReferenceOperation)
                || (a.Instance is not null && b.Instance is not null && IsSame(a.Instance, b.Instance))),
        _ => false,
    };
}
