using System.Globalization;

namespace Layerwright;

/// <summary>Reads tables of numbers with a class or with targets in each line (CSV, TSV), plain or compressed with gzip.</summary>
/// <remarks>
/// Numbers are read as the invariant culture writes them (<c>1.5</c>, <c>2e-3</c>), whatever the machine's. Cells may stand in quotes
/// (RFC 4180). Nothing is guessed away: a cell that is no number is an error that says where it stands.
/// </remarks>
public static class CsvReader
{
    private static readonly string[] _missing = ["", "NA", "NaN", "?"];

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which column is what. Default: commas, the last column holds the class, a header where there is one.</param>
    /// <returns>A row for each line, labelled (with <see cref="Dataset.ClassNames"/> where labels are text) or with targets.</returns>
    /// <exception cref="InvalidDataException">The file is broken: the message names it, line, column, what was expected and what was found.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset Read(string path, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new CsvOptions();
        using StreamReader text = DataFile.OpenText(path);
        var records = new CsvRecords(text, options.Delimiter, path);
        if (!records.Read())
        {
            throw new InvalidDataException($"{path} is empty; expected at least one line.");
        }

        string[]? header = options.HasHeader ?? IsHeader(records) ? Texts(records) : null;
        var columns = new CsvColumns(path, options, header, records.Count);
        List<float> inputs = [], targets = [];
        List<(string Text, int Line)> labels = [];
        bool hasRow = header is null || records.Read();
        if (!hasRow)
        {
            throw new InvalidDataException($"{path} has a header and nothing behind it; expected at least one row.");
        }

        do
        {
            columns.CheckCount(records);
            foreach (int column in columns.Features)
            {
                inputs.Add(Number(path, records, column, columns, options.Missing));
            }

            foreach (int column in columns.Targets)
            {
                targets.Add(Number(path, records, column, columns, null));
            }

            if (columns.Label is { } label)
            {
                labels.Add((records[label].ToString(), records.Line));
            }
        }
        while (records.Read());

        return columns.Label is { } place
            ? CsvLabels.Labelled(path, inputs.ToArray(), labels, options.ClassNames, columns.NameOf(place))
            : Dataset.FromTargets(inputs.ToArray(), targets.ToArray(), columns.Targets.Count);
    }

    private static bool IsHeader(CsvRecords first)
    {
        for (int i = 0; i < first.Count; i++)
        {
            if (IsNumber(first[i], out _))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Texts(CsvRecords record)
    {
        var texts = new string[record.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = record[i].ToString();
        }

        return texts;
    }

    private static float Number(string path, CsvRecords record, int column, CsvColumns columns, float? missing)
    {
        ReadOnlySpan<char> cell = record[column];
        if (IsNumber(cell, out float number))
        {
            return number;
        }

        foreach (string mark in _missing)
        {
            if (cell.SequenceEqual(mark))
            {
                return missing ?? throw new InvalidDataException(
                    $"{path}, line {record.Line}, {columns.NameOf(column)}: no value ('{cell}'); expected a number, or set CsvOptions.Missing for features.");
            }
        }

        throw new InvalidDataException($"{path}, line {record.Line}, {columns.NameOf(column)}: '{cell}' is no finite number; expected one such as 1.5.");
    }

    private static bool IsNumber(ReadOnlySpan<char> cell, out float number) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
}
