namespace Layerwright;

/// <summary>
/// The records of a text table, one at a time, in memory that is used again (RFC 4180: cells in quotes may hold delimiters, line
/// breaks and doubled quotes). Empty lines are passed over; spaces around cells without quotes are no part of them.
/// </summary>
internal sealed class CsvRecords(TextReader reader, char delimiter, string path)
{
    private const char Quote = '"';

    private readonly char[] _block = new char[1 << 14];
    private readonly List<(int Start, int End)> _cells = [];
    private char[] _text = new char[256];
    private int _length, _next, _filled, _line = 1;

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Cells of the record.</summary>
    public int Count => _cells.Count;

    /// <summary>A cell's text, until the next record is read.</summary>
    public ReadOnlySpan<char> this[int cell] => _text.AsSpan(_cells[cell].Start.._cells[cell].End);

    /// <summary>Goes on to the next record; false behind the last.</summary>
    /// <exception cref="InvalidDataException">Quotes do not match, or there are bytes that are no text.</exception>
    public bool Read()
    {
        do
        {
            _cells.Clear();
            _length = 0;
            Line = _line;
            if (Peek() < 0)
            {
                return false;
            }

            while (ReadCell())
            {
            }
        }
        while (Count == 1 && this[0].IsEmpty);
        return true;
    }

    /// <summary>Reads a cell and what ends it; true where another follows.</summary>
    private bool ReadCell()
    {
        while (Peek() is ' ' or '\t' && Peek() != delimiter)
        {
            Take();
        }

        int start = _length;
        if (Peek() == Quote)
        {
            ReadQuoted();
            _cells.Add((start, _length));
        }
        else
        {
            while (Peek() is >= 0 and not '\r' and not '\n' && Peek() != delimiter)
            {
                Append((char)Take());
            }

            int end = _length;
            while (end > start && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
            }

            _cells.Add((start, end));
        }

        return EndCell();
    }

    private void ReadQuoted()
    {
        int opened = _line;
        Take();
        while (true)
        {
            int next = Take();
            if (next < 0)
            {
                throw new InvalidDataException($"{path}, line {opened}, column {Count + 1}: a quote is opened and never closed.");
            }

            if (next == Quote)
            {
                if (Peek() != Quote)
                {
                    break;
                }

                Take();
            }

            Append((char)next);
        }

        while (Peek() is ' ' or '\t' && Peek() != delimiter)
        {
            Take();
        }

        if (Peek() is >= 0 and not '\r' and not '\n' && Peek() != delimiter)
        {
            throw new InvalidDataException($"{path}, line {_line}, column {Count + 1}: '{(char)Peek()}' follows a closing quote; expected '{delimiter}' or the line's end.");
        }
    }

    private bool EndCell()
    {
        int end = Take();
        if (end == delimiter && end >= 0)
        {
            return true;
        }

        if (end == '\r' && Peek() == '\n')
        {
            Take();
        }
        else if (end == '\r')
        {
            _line++;
        }

        return false;
    }

    private void Append(char character)
    {
        if (_length == _text.Length)
        {
            Array.Resize(ref _text, 2 * _length);
        }

        _text[_length++] = character;
    }

    private int Peek()
    {
        if (_next == _filled)
        {
            _filled = reader.ReadBlock(_block);
            _next = 0;
        }

        return _filled == 0 ? -1 : _block[_next];
    }

    private int Take()
    {
        int next = Peek();
        if (next == DataFile.Malformed)
        {
            throw new InvalidDataException(
                $"{path}, line {_line}, column {Count + 1}: bytes that are no UTF-8; expected a text saved as UTF-8.");
        }

        _next += next < 0 ? 0 : 1;
        _line += next == '\n' ? 1 : 0;
        return next;
    }
}
