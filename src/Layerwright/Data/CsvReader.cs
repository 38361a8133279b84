using System.Globalization;

namespace Layerwright;

/// <summary>Reads tables of numbers with a class or with targets in each line (CSV, TSV), plain or compressed with gzip.</summary>
/// <remarks>
/// Numbers are read as the invariant culture writes them (<c>1.5</c>, <c>2e-3</c>), whatever the machine's. Cells may stand in quotes
/// (RFC 4180). Nothing is guessed away: a cell that is no number is an error that says where it stands, and so are bytes that are no
/// UTF-8 and a compressed file that was cut.
/// </remarks>
/// <example>
/// <code>
/// Dataset irises = CsvReader.Read("iris.csv");                                                      // the last column holds the class
/// Dataset houses = CsvReader.Read("houses.csv", new CsvOptions { Targets = ["price"], Ignored = ["id"] });
/// Console.WriteLine(string.Join(", ", irises.ClassNames!));
/// </code>
/// </example>
public static class CsvReader
{
    private static readonly string[] _missing = ["", "NA", "NaN", "?"];

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which column is what. Default: commas, the last column holds the class, a header where there is one.</param>
    /// <returns>A row for each line, labelled (with <see cref="Dataset.ClassNames"/>) or with targets.</returns>
    /// <exception cref="ArgumentException">
    /// Of <see cref="CsvOptions.ClassNames"/> two are the same, one is empty, or there are fewer than two.
    /// </exception>
    /// <exception cref="InvalidDataException">The file is broken: the message names it, line, column, what was expected and what was found.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset Read(string path, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new CsvOptions();
        CheckNames(options);
        using StreamReader text = DataFile.OpenText(path);
        try
        {
            return Read(path, new CsvRecords(text, options.Delimiter, path), options);
        }
        catch (InvalidDataException) when (text.BaseStream is GzipContent content)
        {
            // Damaged data comes out as damaged text, before the checksum behind it is seen.
            content.Finish();
            throw;
        }
    }

    private static Dataset Read(string path, CsvRecords records, CsvOptions options)
    {
        if (!records.Read())
        {
            throw new InvalidDataException($"{path} is empty; expected at least one line.");
        }

        string[]? header = options.HasHeader ?? CsvHeader.Is(records, options) ? CsvHeader.Texts(records) : null;
        bool isGuessed = header is null && options.HasHeader is null;
        var columns = new CsvColumns(path, options, header, records.Count);
        List<float> inputs = [], targets = [];
        List<(string Text, int Line)> labels = [];
        bool hasRow = header is null || records.Read();
        if (!hasRow)
        {
            throw new InvalidDataException($"{path} has a header and nothing behind it; expected at least one row.");
        }

        bool mayBeHeader = isGuessed;
        do
        {
            columns.CheckCount(records);
            foreach (int column in columns.Features)
            {
                inputs.Add(Number(path, records, column, columns, options.Missing, mayBeHeader));
            }

            foreach (int column in columns.Targets)
            {
                targets.Add(Number(path, records, column, columns, null, mayBeHeader));
            }

            if (columns.Label is { } label)
            {
                labels.Add((records[label].ToString(), records.Line));
            }

            mayBeHeader = false;
        }
        while (records.Read());

        return columns.Label is { } place
            ? CsvLabels.Labelled(path, inputs.ToArray(), labels, options.ClassNames, columns.NameOf(place), isGuessed)
            : Dataset.FromTargets(inputs.ToArray(), targets.ToArray(), columns.Targets.Count);
    }

    private static void CheckNames(CsvOptions options)
    {
        if (options.ClassNames is not { } names)
        {
            return;
        }

        if (names.Count < 2 || names.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException(
                $"CsvOptions.ClassNames are {names.Count}: {string.Join(", ", names)}; expected a name for each of at least two classes.", nameof(options));
        }

        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException(
                $"CsvOptions.ClassNames hold '{twice.Key}' {twice.Count()} times; expected a name of its own for each class.", nameof(options));
        }
    }

    private static float Number(string path, CsvRecords record, int column, CsvColumns columns, float? missing, bool mayBeHeader)
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

        string header = mayBeHeader ? " If the line names the columns, set CsvOptions.HasHeader." : "";
        throw new InvalidDataException(
            $"{path}, line {record.Line}, {columns.NameOf(column)}: '{cell}' is no finite number; expected one such as 1.5.{header}");
    }

    /// <summary>Whether a cell is a finite number.</summary>
    internal static bool IsNumber(ReadOnlySpan<char> cell, out float number) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
}
