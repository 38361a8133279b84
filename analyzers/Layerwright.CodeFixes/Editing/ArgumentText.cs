using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Changes the arguments of an attribute.</summary>
internal static class ArgumentText
{
    /// <summary>Takes an argument away, and the brackets with the last one.</summary>
    public static IEnumerable<TextChange> Remove(AttributeArgumentSyntax argument) => Remove((AttributeArgumentListSyntax)argument.Parent!, [argument]);

    /// <summary>Takes arguments away, and the brackets where all go. Comments stay.</summary>
    public static IEnumerable<TextChange> Remove(AttributeArgumentListSyntax list, IReadOnlyCollection<AttributeArgumentSyntax> arguments) =>
        arguments.Count == 0 ? []
        : arguments.Count == list.Arguments.Count ? [new TextChange(list.Span, CommentText.In(list) is { Length: > 0 } comments ? " " + comments : "")]
        : Separated.Remove(list.Arguments, arguments.ToList());

    /// <summary>Adds a named argument behind the others.</summary>
    public static TextChange Add(AttributeSyntax attribute, string name, string value) => Add(attribute, [(name, value)]);

    /// <summary>Adds named arguments behind the others.</summary>
    public static TextChange Add(AttributeSyntax attribute, IEnumerable<(string Name, string Value)> added)
    {
        string text = string.Join(", ", added.Select(argument => $"{argument.Name} = {argument.Value}"));
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        return attribute.ArgumentList is null ? Insert(attribute.Name.Span.End, $"({text})")
            : arguments.Count == 0 ? Insert(attribute.ArgumentList.OpenParenToken.Span.End, text)
            : Insert(arguments[arguments.Count - 1].Span.End, ", " + text);
    }

    /// <summary>Gives the argument of that name this value, whether it is written or not.</summary>
    public static TextChange Set(FixTarget target, AttributeSyntax attribute, string name, string value) =>
        target.ArgumentOf(attribute, name) is { } written ? Replace(written, value) : Add(attribute, name, value);

    /// <summary>Gives an argument another value.</summary>
    public static TextChange Replace(AttributeArgumentSyntax argument, string value) => new(argument.Expression.Span, value);

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);
}
