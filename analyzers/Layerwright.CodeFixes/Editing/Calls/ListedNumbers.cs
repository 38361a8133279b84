using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing.Calls;

/// <summary>The numbers of a list that stands in the code.</summary>
internal static class ListedNumbers
{
    /// <summary>Its numbers, in place or behind the name of a local or a field; null where one is not known.</summary>
    public static IReadOnlyList<double>? Of(SemanticModel model, ExpressionSyntax list) => list switch
    {
        ParenthesizedExpressionSyntax inner => Of(model, inner.Expression),
        CastExpressionSyntax cast => Of(model, cast.Expression),
        CollectionExpressionSyntax collection => Constants(model, collection.Elements.Select(element => (element as ExpressionElementSyntax)?.Expression)),
        ImplicitArrayCreationExpressionSyntax array => Constants(model, array.Initializer.Expressions),
        ArrayCreationExpressionSyntax { Initializer: { } values } => Constants(model, values.Expressions),
        InitializerExpressionSyntax values => Constants(model, values.Expressions),
        SimpleNameSyntax or MemberAccessExpressionSyntax => Behind(model, list),
        _ => null,
    };

    private static IReadOnlyList<double>? Behind(SemanticModel model, ExpressionSyntax name)
    {
        var declared = model.GetSymbolInfo(name).Symbol is { } symbol and (ILocalSymbol or IFieldSymbol)
            ? symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault()
            : null;
        return declared?.Initializer?.Value is { } value && value is not (SimpleNameSyntax or MemberAccessExpressionSyntax)
            ? Of(declared.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(declared.SyntaxTree), value)
            : null;
    }

    private static List<double>? Constants(SemanticModel model, IEnumerable<ExpressionSyntax?> values)
    {
        var numbers = new List<double>();
        foreach (var value in values)
        {
            if (value is null || model.GetConstantValue(value) is not { HasValue: true, Value: { } number })
            {
                return null;
            }

            numbers.Add(Convert.ToDouble(number, CultureInfo.InvariantCulture));
        }

        return numbers;
    }
}
