using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Takes elements out of lists with commas between.</summary>
internal static class Separated
{
    /// <summary>The element and one comma; comments between stay.</summary>
    public static IEnumerable<TextChange> Remove<T>(SeparatedSyntaxList<T> list, T element)
        where T : SyntaxNode
    {
        int index = list.IndexOf(element);
        if (list.Count == 1)
        {
            return [Delete(element.Span)];
        }

        bool isLast = index == list.Count - 1;
        var comma = list.GetSeparator(isLast ? index - 1 : index);
        var between = isLast
            ? TextSpan.FromBounds(list[index - 1].Span.End, element.Span.End)
            : TextSpan.FromBounds(element.SpanStart, list[index + 1].SpanStart);
        bool hasComments = comma.LeadingTrivia.Concat(comma.TrailingTrivia).Concat(element.GetLeadingTrivia()).Concat(element.GetTrailingTrivia())
            .Concat(isLast ? [] : list[index + 1].GetLeadingTrivia())
            .Any(IsComment);
        return hasComments ? [Delete(element.Span), Delete(comma.Span)] : [Delete(between)];
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static TextChange Delete(TextSpan span) => new(span, "");
}
