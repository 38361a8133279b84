using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Takes elements out of lists with commas between.</summary>
internal static class Separated
{
    /// <summary>The element and one comma. Comments beside them stay, and those in the element too, unless it is written again elsewhere.</summary>
    public static IEnumerable<TextChange> Remove<T>(SeparatedSyntaxList<T> list, T element, bool isMoved = false)
        where T : SyntaxNode => Remove(list, new HashSet<T> { element }, isMoved);

    /// <summary>Some elements of a list, each with one comma. Not all of them: the list must live.</summary>
    public static IEnumerable<TextChange> Remove<T>(SeparatedSyntaxList<T> list, ICollection<T> elements, bool isMoved = false)
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
            string kept = isMoved ? "" : CommentText.In(list[i]);
            if (!HasComment(list[i], both))
            {
                yield return new TextChange(both, kept.Length == 0 ? "" : isBehind ? " " + kept : kept + " ");
                continue;
            }

            var joint = TextSpan.FromBounds(Math.Min(comma.Start, list[i].SpanStart), Math.Max(comma.End, list[i].Span.End));
            if (!HasComment(list[i], joint))
            {
                yield return new TextChange(joint, kept);
                continue;
            }

            yield return new TextChange(list[i].Span, kept);
            yield return new TextChange(comma, "");
        }
    }

    /// <summary>A comment in the span that is not the element's own.</summary>
    private static bool HasComment(SyntaxNode element, TextSpan span) => element.Parent!
        .DescendantTrivia(span)
        .Any(trivia => span.Contains(trivia.Span) && !element.Span.Contains(trivia.Span)
            && (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));
}
