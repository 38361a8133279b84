using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Comments as text.</summary>
internal static class CommentText
{
    private const string Ended = @"/\*(?:[^*]|\*(?!/))*\*/";

    private static readonly Regex
        _comment = new($"{Ended}|//[^\n]*"),
        _inline = new($@"^\s*(?:{Ended}\s*)*$"),
        _toEnd = new($@"^\s*(?:{Ended}\s*)*(?://.*)?$");

    /// <summary>Nothing but space and comments that end.</summary>
    public static bool IsInline(string text) => _inline.IsMatch(text);

    /// <summary>Nothing but space and comments.</summary>
    public static bool IsToEnd(string text) => _toEnd.IsMatch(text);

    /// <summary>The comments in a text in the form that ends, to stand on one line with other things.</summary>
    public static string Inline(string text) => string.Join(" ", _comment.Matches(text).Cast<Match>().Select(match => Inline(match)).Where(comment => comment.Length > 0));

    /// <summary>The comments in a piece of code, in the form that ends; what stands before and behind it is not its own.</summary>
    public static string In(SyntaxNode node) => Inline(string.Join("\n", node.DescendantTrivia()
        .Where(trivia => node.Span.Contains(trivia.Span))
        .Select(trivia => trivia.ToString())));

    private static string Inline(Match comment)
    {
        if (comment.Value[1] == '*')
        {
            return comment.Value;
        }

        string text = comment.Value.Trim().TrimStart('/').Trim();
        return text.Length == 0 ? "" : $"/* {text.Replace("*/", "* /")} */";
    }
}
