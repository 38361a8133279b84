using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>
/// Where an attribute stands in the text, and how others are put before or behind it, how it is taken away or moved: on a line of its
/// own (with the comments that belong to it), beside other lists on one line, or in a list with others.
/// </summary>
internal sealed class AttributePlace
{
    private readonly AttributeSyntax _attribute;
    private readonly bool _isWholeList;
    private readonly AttributeListSyntax _list;
    private readonly SourceText _text;

    /// <param name="attribute">The attribute.</param>
    /// <param name="text">The text of its file.</param>
    /// <param name="isWholeList">Stands for its whole list.</param>
    public AttributePlace(AttributeSyntax attribute, SourceText text, bool isWholeList = false)
    {
        _isWholeList = isWholeList;
        _attribute = attribute;
        _list = (AttributeListSyntax)attribute.Parent!;
        _text = text;
    }

    private bool IsAmongOthers => !_isWholeList && _list.Attributes.Count > 1;

    /// <summary>Nothing but this list, and perhaps comments, on its lines.</summary>
    private bool IsOnOwnLine => !IsAmongOthers && IsFirstOnLine && IsLastOnLine;

    private bool IsFirstOnLine => CommentText.IsInline(Front);

    private bool IsLastOnLine => CommentText.IsToEnd(Rest);

    /// <summary>What stands before the list on its line.</summary>
    private string Front => _text.ToString(TextSpan.FromBounds(FirstLine.Start, _list.SpanStart));

    /// <summary>What stands behind the list on its line.</summary>
    private string Rest => _text.ToString(TextSpan.FromBounds(_list.Span.End, LastLine.End));

    private TextLine FirstLine => _text.Lines.GetLineFromPosition(_list.SpanStart);

    private TextLine LastLine => _text.Lines.GetLineFromPosition(_list.Span.End);

    private string Indentation => Front.Substring(0, Front.Length - Front.TrimStart().Length);

    private string LineBreak
    {
        get
        {
            var first = _text.Lines[0];
            return first.EndIncludingLineBreak > first.End ? _text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
        }
    }

    /// <summary>The attribute with the comments that belong to it, to be written elsewhere.</summary>
    public AttributeText Text
    {
        get
        {
            string attribute = _isWholeList ? _list.Attributes.ToString() : _attribute.ToString();
            if (!IsOnOwnLine)
            {
                return new AttributeText(attribute);
            }

            var above = CommentLinesAbove().Select(line => line.ToString().Trim());
            string inFront = string.Join(" ", new[] { Front.Trim(), Inside(_list.Attributes.Span) }.Where(comment => comment.Length > 0));
            return new AttributeText(attribute, string.Join("\n", above), inFront, Rest.TrimEnd());
        }
    }

    /// <summary>Puts attributes in front of this one.</summary>
    public TextChange Before(IEnumerable<AttributeText> attributes)
    {
        if (IsAmongOthers)
        {
            return Insert(_attribute.SpanStart, string.Concat(attributes.Select(attribute => attribute.InLine + ", ")));
        }

        if (!IsOnOwnLine)
        {
            return Insert(_list.SpanStart, string.Concat(attributes.Select(attribute => $"[{attribute.InLine}] ")));
        }

        int start = CommentLinesAbove().Select(line => line.Start).Append(FirstLine.Start).Min();
        return Insert(start, string.Concat(attributes.Select(attribute => attribute.OnLines(Indentation, LineBreak) + LineBreak)));
    }

    /// <summary>Puts attributes behind this one.</summary>
    public TextChange After(IEnumerable<AttributeText> attributes)
    {
        if (IsAmongOthers)
        {
            return Insert(_attribute.Span.End, string.Concat(attributes.Select(attribute => ", " + attribute.InLine)));
        }

        return IsOnOwnLine
            ? Insert(LastLine.End, string.Concat(attributes.Select(attribute => LineBreak + attribute.OnLines(Indentation, LineBreak))))
            : Insert(_list.Span.End, string.Concat(attributes.Select(attribute => $" [{attribute.InLine}]")));
    }

    /// <summary>Takes the attribute away to be written elsewhere, with all that <see cref="Text"/> says of it.</summary>
    public IEnumerable<TextChange> Take()
    {
        if (!IsOnOwnLine)
        {
            return Remove(isMoved: true);
        }

        var above = CommentLinesAbove();
        return [DeleteLines(above.Count > 0 ? above[0] : FirstLine)];
    }

    /// <summary>Takes the attribute away, with its line where nothing else stands there. Comments stay.</summary>
    public IEnumerable<TextChange> Remove() => Remove(isMoved: false);

    private IEnumerable<TextChange> Remove(bool isMoved)
    {
        if (IsAmongOthers)
        {
            return Separated.Remove(_list.Attributes, _attribute, isMoved);
        }

        bool isBare = string.IsNullOrWhiteSpace(Front) && string.IsNullOrWhiteSpace(Rest);
        string inside = isMoved ? Inside(_list.Attributes.Span) : CommentText.In(_list);
        return inside.Length > 0 ? [new TextChange(_list.Span, inside)]
            : isBare ? [DeleteLines(FirstLine)]
            : [Delete(_list.SpanStart, _list.Span.End), Gap()];
    }

    /// <summary>From a line on; with the empty line before it where one follows too, or no more lists.</summary>
    private TextChange DeleteLines(TextLine first)
    {
        bool isLast = _list.Parent is MemberDeclarationSyntax { AttributeLists: { Count: > 1 } lists } && lists[lists.Count - 1] == _list;
        bool leavesTwo = IsEmpty(first.LineNumber - 1) && (isLast || IsEmpty(LastLine.LineNumber + 1));
        return Delete(leavesTwo ? _text.Lines[first.LineNumber - 1].Start : first.Start, LastLine.EndIncludingLineBreak);
    }

    private bool IsEmpty(int line) => line >= 0 && line < _text.Lines.Count && string.IsNullOrWhiteSpace(_text.Lines[line].ToString());

    /// <summary>The space that parts the list from the next on its line, or as the last from the one before. By itself: its neighbour may go too.</summary>
    private TextChange Gap()
    {
        int end = _list.Span.End + Rest.Length - Rest.TrimStart().Length;
        return end < LastLine.End ? Delete(_list.Span.End, end) : Delete(_list.SpanStart - (Front.Length - Front.TrimEnd().Length), _list.SpanStart);
    }

    /// <summary>Comments between the brackets, but for what stays where it is, in the form that ends.</summary>
    private string Inside(TextSpan except) => CommentText.Inline(string.Join("\n", _list.DescendantTrivia()
        .Where(trivia => _list.Span.Contains(trivia.Span) && !except.Contains(trivia.Span))
        .Select(trivia => trivia.ToString())));

    /// <summary>The comment lines right above that belong to this list: not documentation, and not what stands above the first list.</summary>
    private List<TextLine> CommentLinesAbove()
    {
        if (_list.Parent is not MemberDeclarationSyntax { AttributeLists: var lists } || lists[0] == _list)
        {
            return [];
        }

        var lines = new List<TextLine>();
        for (int number = FirstLine.LineNumber - 1; number >= 0; number--)
        {
            string line = _text.Lines[number].ToString().Trim();
            bool isComment = line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("///", StringComparison.Ordinal);
            if (!isComment)
            {
                break;
            }

            lines.Insert(0, _text.Lines[number]);
        }

        return lines;
    }

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    private static TextChange Delete(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}
