using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>
/// Where an attribute stands in the text, and how others are put before or behind it or how it is taken away: on a line of its own
/// (with the comments that belong to it), beside other lists on one line, or in a list with others.
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

    /// <summary>Nothing but this list, and perhaps a comment behind it, on its lines.</summary>
    private bool IsOnOwnLine => !IsAmongOthers && IsFirstOnLine && IsLastOnLine;

    private bool IsFirstOnLine => string.IsNullOrWhiteSpace(_text.ToString(TextSpan.FromBounds(FirstLine.Start, _list.SpanStart)));

    private bool IsLastOnLine
    {
        get
        {
            string rest = _text.ToString(TextSpan.FromBounds(_list.Span.End, LastLine.End)).Trim();
            return rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal);
        }
    }

    private TextLine FirstLine => _text.Lines.GetLineFromPosition(_list.SpanStart);

    private TextLine LastLine => _text.Lines.GetLineFromPosition(_list.Span.End);

    private string Indentation => _text.ToString(TextSpan.FromBounds(FirstLine.Start, _list.SpanStart));

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
                return new AttributeText(attribute, "", "");
            }

            var above = CommentLinesAbove().Select(line => line.ToString().Trim());
            return new AttributeText(
                attribute,
                string.Join("\n", above),
                _text.ToString(TextSpan.FromBounds(_list.Span.End, LastLine.End)).TrimEnd());
        }
    }

    /// <summary>Puts attributes in front of this one.</summary>
    public TextChange Before(IEnumerable<AttributeText> attributes)
    {
        if (IsAmongOthers)
        {
            return Insert(_attribute.SpanStart, string.Concat(attributes.Select(attribute => attribute.InLine + ", ")));
        }

        if (!IsFirstOnLine || !IsLastOnLine)
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

    /// <summary>Takes the attribute away, with its line and the comments that belong to it where it has them for itself.</summary>
    public IEnumerable<TextChange> Remove()
    {
        if (IsAmongOthers)
        {
            return Separated.Remove(_list.Attributes, _attribute);
        }

        if (IsOnOwnLine)
        {
            int start = CommentLinesAbove().Select(line => line.Start).Append(FirstLine.Start).Min();
            return [Delete(start, LastLine.EndIncludingLineBreak)];
        }

        // Beside others: with the space that parted it from the next.
        int end = _list.Span.End;
        while (end < LastLine.End && char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        return [Delete(_list.SpanStart, end)];
    }

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
