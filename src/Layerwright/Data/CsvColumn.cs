using System.Globalization;

namespace Layerwright;

/// <summary>
/// A column of a table, by its header's name or by its place: <c>"species"</c>, <c>0</c> for the first, <c>^1</c> for the last.
/// </summary>
public readonly record struct CsvColumn
{
    private readonly string? _name;
    private readonly Index _place;

    private CsvColumn(string? name, Index place)
    {
        _name = name;
        _place = place;
    }

    /// <summary>The column of that name.</summary>
    /// <param name="name">As the header has it; case counts.</param>
    public static implicit operator CsvColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(name, default);
    }

    /// <summary>The column at that place.</summary>
    /// <param name="place">From 0.</param>
    public static implicit operator CsvColumn(int place) => new(null, place);

    /// <summary>The column at that place.</summary>
    /// <param name="place">From the start, or with <c>^</c> from the end.</param>
    public static implicit operator CsvColumn(Index place) => new(null, place);

    /// <summary>The name, or the place with the first column's 0.</summary>
    public override string ToString() => _name is null ? _place.ToString() : $"'{_name}'";

    /// <summary>Whether it goes by a name that is one of these.</summary>
    internal bool IsNamedIn(IReadOnlyList<string> cells) => _name is not null && cells.Contains(_name);

    /// <summary>Its place among a table's columns.</summary>
    /// <exception cref="InvalidDataException">The table has no such column, or several.</exception>
    internal int Find(string path, IReadOnlyList<string>? header, int columns)
    {
        if (_name is null)
        {
            int place = _place.GetOffset(columns);
            return place >= 0 && place < columns
                ? place
                : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path} has no column {this}: it has {columns}."));
        }

        if (header is null)
        {
            throw new InvalidDataException($"{path} has no header, so no column {this}: give its place, such as 0 or ^1.");
        }

        string name = _name;
        int[] found = [.. Enumerable.Range(0, header.Count).Where(i => header[i] == name)];
        return found.Length == 1 ? found[0] : throw new InvalidDataException(found.Length == 0
            ? $"{path} has no column {this}; its header says {string.Join(", ", header)}."
            : $"{path} has {found.Length} columns {this}; give the place of one, from 0.");
    }
}
