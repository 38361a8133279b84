using Layerwright.Analyzers.Calls;
using Layerwright.CodeModel.Declarations.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Layerwright.Analyzers.Rules.Data;

/// <summary>Data sets as they are written, for messages and fixes.</summary>
internal static class DataText
{
    private const int LongestText = 40;

    /// <summary>What is written, where it is short; else what kind of thing it is.</summary>
    public static string Of(IArgumentOperation argument)
    {
        string text = argument.Value.Syntax.ToString();
        return text.Length <= LongestText && text.IndexOf('\n') < 0 ? text : argument.Value.Syntax is InvocationExpressionSyntax call ? $"{Name(call)}(…)" : "this data";
    }

    /// <summary>The same data set as it can be written at another place; null where its name means nothing there yet.</summary>
    public static string? At(IArgumentOperation argument, SyntaxNode place, bool mustBeTrainingSet)
    {
        var value = Unconverted(argument.Value);
        bool isKnown = value switch
        {
            ILocalReferenceOperation local => IsDeclaredBefore(local.Local, place),
            IParameterReferenceOperation => true,
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
            _ => false,
        };
        if (mustBeTrainingSet && !LibraryTypes.IsOrDerives(value.Type, DataOrigins.Dataset))
        {
            // Data that is read from elsewhere is no data set yet.
            return null;
        }

        return !isKnown ? null : value.Syntax + (mustBeTrainingSet && !LibraryTypes.Is(value.Type, "TrainingSet") ? ".AsTrainingSet()" : "");
    }

    private static bool IsDeclaredBefore(ILocalSymbol local, SyntaxNode place) => local.DeclaringSyntaxReferences.Any(reference =>
        reference.SyntaxTree == place.SyntaxTree
        && reference.Span.End <= place.SpanStart
        && reference.GetSyntax().Ancestors().FirstOrDefault(node => node is BlockSyntax or SwitchSectionSyntax or CompilationUnitSyntax) is { } scope
        && scope.Span.Contains(place.Span));

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "call",
    };
}
