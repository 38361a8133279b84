using Microsoft.CodeAnalysis;

namespace Layerwright.Analyzers.Calls;

/// <summary>Ways through operations.</summary>
internal static class OperationTree
{
    /// <summary>What an operation stands in, inner before outer.</summary>
    public static IEnumerable<IOperation> Ancestors(this IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            yield return outer;
        }
    }
}
