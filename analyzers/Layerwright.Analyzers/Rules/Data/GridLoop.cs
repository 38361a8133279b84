using Layerwright.Analyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>A loop over a list of numbers that stands in the code.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Name">What the code calls each number.</param>
/// <param name="List">Where the loop names the list.</param>
/// <param name="Count">Numbers in it.</param>
internal sealed record GridLoop(ILoopOperation Loop, string Name, SyntaxNode List, int Count)
{
    private const int FewestNumbers = 2;

    /// <summary>The loops around an operation that use their numbers, outer before inner.</summary>
    public static IReadOnlyList<GridLoop> Around(IOperation operation, CallBody body) =>
        operation.Ancestors().Select(outer => Of(outer, body)).OfType<GridLoop>().Reverse().ToList();

    private static GridLoop? Of(IOperation operation, CallBody body) => operation switch
    {
        IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var number } } loop
            when IsContinuous(number.Type) && Uses(loop, number) && Numbers(body.Trace(loop.Collection)) is >= FewestNumbers and var count =>
                new GridLoop(loop, number.Name, loop.Collection.Syntax, count),
        IForLoopOperation loop => OfIndex(loop, body),
        _ => null,
    };

    /// <summary><c>for (int i = 0; i &lt; rates.Length; i++)</c>, where <c>rates[i]</c> stands inside.</summary>
    private static GridLoop? OfIndex(IForLoopOperation loop, CallBody body) => loop.Body.Descendants().OfType<IArrayElementReferenceOperation>()
        .Where(element => IsContinuous(element.Type) && element.Indices.Length == 1
            && element.Indices[0] is ILocalReferenceOperation index && loop.Locals.Contains(index.Local, SymbolEqualityComparer.Default))
        .Select(element => Numbers(body.Trace(element.ArrayReference)) is >= FewestNumbers and var count
            ? new GridLoop(loop, element.Syntax.ToString(), element.Syntax, count)
            : null)
        .FirstOrDefault(found => found is not null);

    private static bool IsContinuous(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

    private static bool Uses(IForEachLoopOperation loop, ILocalSymbol number) => loop.Body.DescendantsAndSelf()
        .Any(operation => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, number));

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
