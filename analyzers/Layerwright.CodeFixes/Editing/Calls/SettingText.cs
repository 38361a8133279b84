using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing.Calls;

/// <summary>Adds settings to what makes an object, and takes them away.</summary>
internal static class SettingText
{
    /// <summary>Adds a setting: as an argument where the constructor has one of that name, else as a member of the initialiser.</summary>
    public static IEnumerable<TextChange> Add(SemanticModel model, BaseObjectCreationExpressionSyntax creation, string name, string value)
    {
        bool isParameter = model.GetSymbolInfo(creation).Symbol is IMethodSymbol constructor && constructor.Parameters.Any(parameter => parameter.Name == name);
        return isParameter ? [AddArgument(creation, name, value)]
            : creation.Initializer is { } initializer ? AddMember(initializer, $"{name} = {value}")
            : [Insert(creation.Span.End, $" {{ {name} = {value} }}")];
    }

    /// <summary>Takes a member out of an initialiser, and the braces with the last one; a <c>with</c> keeps its braces.</summary>
    public static IEnumerable<TextChange> Remove(AssignmentExpressionSyntax member)
    {
        var initializer = (InitializerExpressionSyntax)member.Parent!;
        return initializer.Expressions.Count > 1 ? Separated.Remove(initializer.Expressions, member)
            : initializer.IsKind(SyntaxKind.WithInitializerExpression) ? [Delete(TextSpan.FromBounds(initializer.OpenBraceToken.Span.End, initializer.CloseBraceToken.SpanStart), " ")]
            : [Delete(TextSpan.FromBounds(initializer.GetFirstToken().GetPreviousToken().Span.End, initializer.Span.End), HasArguments(initializer) ? "" : "()")];
    }

    private static bool HasArguments(InitializerExpressionSyntax initializer) => initializer.Parent is BaseObjectCreationExpressionSyntax { ArgumentList: not null };

    private static TextChange AddArgument(BaseObjectCreationExpressionSyntax creation, string name, string value) => creation.ArgumentList switch
    {
        null => Insert(((ObjectCreationExpressionSyntax)creation).Type.Span.End, $"({value})"),
        { Arguments.Count: 0 } list => Insert(list.OpenParenToken.Span.End, value),
        var list => Insert(list.Arguments.Last().Span.End, $", {name}: {value}"),
    };

    /// <summary>Behind the last member: on a line of its own where that one has one, behind its comment.</summary>
    private static IEnumerable<TextChange> AddMember(InitializerExpressionSyntax initializer, string member)
    {
        var members = initializer.Expressions;
        if (members.Count == 0)
        {
            return [Insert(initializer.OpenBraceToken.Span.End, " " + member)];
        }

        var text = initializer.SyntaxTree.GetText();
        var last = members[members.Count - 1];
        bool hasComma = members.SeparatorCount == members.Count;
        var line = text.Lines.GetLineFromPosition(last.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, last.SpanStart));
        var lastLine = text.Lines.GetLineFromPosition(last.Span.End);
        if (!string.IsNullOrWhiteSpace(indentation) || initializer.CloseBraceToken.SpanStart < lastLine.End)
        {
            return [Insert(last.Span.End, ", " + member)];
        }

        string lineBreak = text.ToString(TextSpan.FromBounds(lastLine.End, lastLine.EndIncludingLineBreak));
        var added = Insert(lastLine.End, lineBreak + indentation + member + (hasComma ? "," : ""));
        return hasComma ? [added] : [Insert(last.Span.End, ","), added];
    }

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    private static TextChange Delete(TextSpan span, string instead) => new(span, instead);
}
