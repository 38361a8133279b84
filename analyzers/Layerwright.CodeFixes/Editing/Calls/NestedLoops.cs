using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing.Calls;

/// <summary>Loops that hold nothing but the next one, down to the innermost, which holds what is done.</summary>
/// <param name="Loops">Outer before inner.</param>
/// <param name="Indentation">What stands before the outer one on its line.</param>
/// <param name="LineBreak">As the file breaks its lines.</param>
/// <param name="Body">The innermost loop's lines, as far in as those of one loop.</param>
internal sealed record NestedLoops(IReadOnlyList<ForEachStatementSyntax> Loops, string Indentation, string LineBreak, IReadOnlyList<string> Body)
{
    public ForEachStatementSyntax Outer => Loops[0];

    /// <summary>The loops that a diagnostic marks; null where they are of another form, or a comment between them would be lost.</summary>
    public static NestedLoops? Of(CallTarget target)
    {
        var root = target.Node.SyntaxTree.GetRoot(target.CancellationToken);
        var loops = target.Diagnostic.AdditionalLocations.Append(target.Diagnostic.Location)
            .Where(place => place.SourceTree == target.Node.SyntaxTree)
            .Select(place => root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ForEachStatementSyntax>())
            .OfType<ForEachStatementSyntax>()
            .Distinct()
            .OrderBy(loop => loop.SpanStart)
            .ToList();
        if (loops.Count != target.Diagnostic.AdditionalLocations.Count + 1 || !loops.Skip(1).Select((inner, i) => Holds(loops[i], inner)).All(holds => holds))
        {
            return null;
        }

        var text = root.SyntaxTree.GetText(target.CancellationToken);
        var outer = loops[0];
        var innermost = loops[loops.Count - 1];
        string indentation = text.ToString(TextSpan.FromBounds(text.Lines.GetLineFromPosition(outer.SpanStart).Start, outer.SpanStart));
        return indentation.Trim().Length > 0 || LosesComment(outer, innermost.Statement)
            ? null
            : new(loops, indentation, LineBreakOf(text), Lines(text, innermost.Statement, indentation + "    "));
    }

    private static bool Holds(ForEachStatementSyntax outer, ForEachStatementSyntax inner) =>
        outer.Statement == inner || (outer.Statement is BlockSyntax { Statements.Count: 1 } block && block.Statements[0] == inner);

    /// <summary>A comment that stands in the loops but not in what they do.</summary>
    private static bool LosesComment(SyntaxNode outer, SyntaxNode body) => outer.DescendantTrivia()
        .Any(trivia => outer.Span.Contains(trivia.Span) && !body.FullSpan.Contains(trivia.Span)
            && (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));

    /// <summary>A body's lines, moved so that they begin behind <paramref name="indentation"/>.</summary>
    private static List<string> Lines(SourceText text, StatementSyntax body, string indentation)
    {
        var span = body is BlockSyntax block
            ? TextSpan.FromBounds(text.Lines.GetLineFromPosition(block.OpenBraceToken.Span.End).EndIncludingLineBreak, block.CloseBraceToken.SpanStart)
            : TextSpan.FromBounds(text.Lines.GetLineFromPosition(body.SpanStart).Start, body.Span.End);
        var lines = text.ToString(span).TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        int margin = lines.Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return lines.Select(line => line.Trim().Length == 0 ? line : indentation + line.Substring(margin)).ToList();
    }

    private static string LineBreakOf(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
