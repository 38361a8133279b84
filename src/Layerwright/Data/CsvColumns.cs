namespace Layerwright;

/// <summary>Which columns of a table hold what.</summary>
internal sealed class CsvColumns
{
    private readonly string _path;
    private readonly IReadOnlyList<string>? _header;
    private readonly int _count;

    /// <exception cref="InvalidDataException">A column that is asked for does not exist, or none is left for features.</exception>
    public CsvColumns(string path, CsvOptions options, IReadOnlyList<string>? header, int count)
    {
        _path = path;
        _header = header;
        _count = count;
        Targets = [.. options.Targets.Select(column => column.Find(path, header, count))];
        Label = Targets.Count > 0 ? null : options.Label.Find(path, header, count);
        HashSet<int> taken = [.. Targets, .. options.Ignored.Select(column => column.Find(path, header, count))];
        if (Label is { } label && !taken.Add(label))
        {
            throw new InvalidDataException($"{path}: {NameOf(label)} holds the labels and cannot be ignored.");
        }

        Features = [.. Enumerable.Range(0, count).Where(column => !taken.Contains(column))];
        if (Features.Count == 0)
        {
            throw new InvalidDataException($"{path}: none of its {count} columns is left for features.");
        }
    }

    public IReadOnlyList<int> Features { get; }

    public IReadOnlyList<int> Targets { get; }

    /// <summary>The column of labels; null where there are targets.</summary>
    public int? Label { get; }

    /// <summary>A column for messages, counted from 1: <c>column 3 ('width')</c>.</summary>
    public string NameOf(int column) => _header is null ? $"column {column + 1}" : $"column {column + 1} ('{_header[column]}')";

    /// <exception cref="InvalidDataException">A line has more cells or fewer than the first.</exception>
    public void CheckCount(CsvRecords record)
    {
        if (record.Count != _count)
        {
            throw new InvalidDataException($"{_path}, line {record.Line}: {record.Count} cells; expected {_count}, as the first line has.");
        }
    }
}
