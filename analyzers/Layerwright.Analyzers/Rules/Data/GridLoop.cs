using Layerwright.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>A loop over a list of numbers that stands in the code.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Variable">What takes each number.</param>
/// <param name="List">The list, as the loop names it.</param>
/// <param name="Count">Numbers in it.</param>
internal sealed record GridLoop(IForEachLoopOperation Loop, ILocalSymbol Variable, SyntaxNode List, int Count)
{
    private const int FewestNumbers = 2;

    /// <summary>The loops around an operation whose numbers the innermost of them uses, outer before inner.</summary>
    public static IReadOnlyList<GridLoop> Around(IOperation operation, CallBody body)
    {
        var loops = operation.Ancestors().OfType<IForEachLoopOperation>().Select(loop => Of(loop, body)).OfType<GridLoop>().ToList();
        if (loops.Count == 0)
        {
            return loops;
        }

        var used = new HashSet<ILocalSymbol>(
            loops[0].Loop.Body.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(reference => reference.Local),
            SymbolEqualityComparer.Default);
        return loops.Where(loop => used.Contains(loop.Variable)).Reverse().ToList();
    }

    private static GridLoop? Of(IForEachLoopOperation loop, CallBody body) =>
        loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { Type.SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal } variable }
        && Numbers(body.Trace(loop.Collection)) is >= FewestNumbers and var count
            ? new GridLoop(loop, variable, loop.Collection.Syntax, count)
            : null;

    private static int? Numbers(IOperation list) => list switch
    {
        IArrayCreationOperation { Initializer: { } values } => Constants(values.ElementValues),
        ICollectionExpressionOperation collection => Constants(collection.Elements),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Written(field),
        _ => null,
    };

    private static int? Constants(IReadOnlyCollection<IOperation> values) =>
        values.All(value => value.ConstantValue.HasValue) ? values.Count : null;

    /// <summary>A list in a field of its own: its syntax is enough to count by.</summary>
    private static int? Written(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value switch
        {
            CollectionExpressionSyntax list => Literals(list.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression)),
            ImplicitArrayCreationExpressionSyntax list => Literals(list.Initializer.Expressions),
            ArrayCreationExpressionSyntax { Initializer: { } list } => Literals(list.Expressions),
            InitializerExpressionSyntax list => Literals(list.Expressions),
            _ => null,
        };

    private static int? Literals(IEnumerable<ExpressionSyntax?> values)
    {
        var list = values.ToList();
        return list.TrueForAll(value => value?.Kind() is SyntaxKind.NumericLiteralExpression or SyntaxKind.UnaryMinusExpression) ? list.Count : null;
    }
}
