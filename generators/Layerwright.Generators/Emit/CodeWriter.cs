using System.Text;
using Layerwright.Generators.Options;

namespace Layerwright.Generators.Emit;

/// <summary>Indented text with fixed line ends, and of its comments those that are wanted.</summary>
internal sealed class CodeWriter(CommentLevel comments = CommentLevel.Full)
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isBehindEmpty;

    /// <summary>Writes lines at the current depth; empty lines stay empty, and of several in a row one stays.</summary>
    public void Line(string text = "")
    {
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            int length = end - start;
            while (length > 0 && char.IsWhiteSpace(text[start + length - 1]))
            {
                length--;
            }

            if (length > 0)
            {
                _text.Append(' ', _depth * 4).Append(text, start, length).Append('\n');
            }
            else if (!_isBehindEmpty)
            {
                _text.Append('\n');
            }

            _isBehindEmpty = length == 0;
        }
    }

    /// <summary>What code that nobody else calls is for.</summary>
    public void Doc(string summary)
    {
        if (comments >= CommentLevel.Summary)
        {
            Line($"/// <summary>{summary}</summary>");
        }
    }

    /// <summary>What stands at the top of the file.</summary>
    public void Remarks(IEnumerable<string> lines)
    {
        if (comments >= CommentLevel.Summary)
        {
            Line("//");
            foreach (string line in lines)
            {
                Line("// " + line);
            }
        }
    }

    /// <summary>What the next line does.</summary>
    public void Comment(string text)
    {
        if (comments >= CommentLevel.Full)
        {
            Line("// " + text.Replace("\n", "\n// "));
        }
    }

    /// <summary>A line of code with what its numbers stand for.</summary>
    public string Noted(string code, string note) => comments >= CommentLevel.Full ? $"{code} // {note}" : code;

    /// <summary>A header line and a braced block under it; ends with the returned scope.</summary>
    public Scope Block(string header, string close = "}")
    {
        Line(header);
        Line("{");
        _depth++;
        return new Scope(this, close);
    }

    /// <summary>Deeper lines without braces.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Ends a block.</summary>
    public readonly struct Scope(CodeWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
