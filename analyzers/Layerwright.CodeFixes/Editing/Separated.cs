using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Takes elements out of lists with commas between.</summary>
internal static class Separated
{
    /// <summary>The element and one comma. Comments beside them stay.</summary>
    public static IEnumerable<TextChange> Remove<T>(SeparatedSyntaxList<T> list, T element)
        where T : SyntaxNode => Remove(list, new HashSet<T> { element });

    /// <summary>Some elements of a list, each with one comma. Not all of them: the list must live.</summary>
    public static IEnumerable<TextChange> Remove<T>(SeparatedSyntaxList<T> list, ICollection<T> elements)
        where T : SyntaxNode
    {
        // Behind the last that stays, commas go with the element that follows them; before it, with the one in front.
        int lastKept = list.LastIndexOf(element => !elements.Contains(element));
        for (int i = 0; i < list.Count; i++)
        {
            if (!elements.Contains(list[i]))
            {
                continue;
            }

            bool isBehind = i > lastKept;
            var comma = list.GetSeparator(isBehind ? i - 1 : i).Span;
            var both = isBehind
                ? TextSpan.FromBounds(list[i - 1].Span.End, list[i].Span.End)
                : TextSpan.FromBounds(list[i].SpanStart, list[i + 1].SpanStart);
            if (!HasComment(list[i], both))
            {
                yield return Delete(both);
                continue;
            }

            var joint = TextSpan.FromBounds(Math.Min(comma.Start, list[i].SpanStart), Math.Max(comma.End, list[i].Span.End));
            foreach (var span in HasComment(list[i], joint) ? [list[i].Span, comma] : new[] { joint })
            {
                yield return Delete(span);
            }
        }
    }

    /// <summary>A comment in the span that is not the element's own.</summary>
    private static bool HasComment(SyntaxNode element, TextSpan span) => element.Parent!
        .DescendantTrivia(span)
        .Any(trivia => span.Contains(trivia.Span) && !element.Span.Contains(trivia.Span)
            && (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));

    private static TextChange Delete(TextSpan span) => new(span, "");
}
