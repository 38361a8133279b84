using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>The file of a search: a header, and a line for each finished trial, whole or not there at all.</summary>
internal sealed class TrialLog : IDisposable
{
    private const string NumberColumn = "trial", RoundColumn = "round", SeedColumn = "seed", ObjectiveColumn = "objective", StoppedColumn = "stopped";

    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<int, string[]> _found = [];
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Opens or begins a search's file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">The hyper-parameters.</param>
    /// <exception cref="InvalidDataException">It is the file of a search of other hyper-parameters, or none.</exception>
    public TrialLog(string path, IReadOnlyList<string> names)
    {
        _path = path;
        _names = names;
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            Read();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Columns that every file has: no hyper-parameter is called like one.</summary>
    public static IReadOnlyList<string> Own { get; } = [NumberColumn, RoundColumn, SeedColumn, ObjectiveColumn, StoppedColumn];

    private string Header => string.Join(',', [NumberColumn, RoundColumn, SeedColumn, .. _names, ObjectiveColumn, StoppedColumn]);

    /// <summary>What a trial reached in an earlier run; null where it did not finish.</summary>
    /// <exception cref="InvalidDataException">The file's trial of that number is another one.</exception>
    public (double Objective, bool IsStopped)? Find(int number, int round, ulong seed, IReadOnlyDictionary<string, string> values)
    {
        if (!_found.TryGetValue(number, out string[]? cells))
        {
            return null;
        }

        string[] expected = Cells(number, round, seed, values);
        if (!cells.AsSpan(0, expected.Length).SequenceEqual(expected))
        {
            throw new InvalidDataException(
                $"{_path}: trial {number} is {string.Join(',', cells.Take(expected.Length))}; this search's is {string.Join(',', expected)}: another seed, space or options. Give another LogPath, or the former ones.");
        }

        return double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out double objective) && bool.TryParse(cells[^1], out bool isStopped)
            ? (objective, isStopped)
            : throw new InvalidDataException($"{_path}: trial {number} ends in '{cells[^2]},{cells[^1]}'; expected a number, and True or False.");
    }

    /// <summary>Adds a finished trial, on the disk when this returns.</summary>
    public void Add(TrialResult result) => Append(string.Join(
        ',',
        [.. Cells(result.Number, result.Round, result.Seed, result.Values), result.Objective.ToString("R", CultureInfo.InvariantCulture), result.IsStopped.ToString()]));

    public void Dispose() => _file.Dispose();

    private string[] Cells(int number, int round, ulong seed, IReadOnlyDictionary<string, string> values) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        round.ToString(CultureInfo.InvariantCulture),
        seed.ToString(CultureInfo.InvariantCulture),
        .. _names.Select(name => values[name].Replace(',', ';').Replace('\n', ' ')),
    ];

    private void Read()
    {
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        string text = reader.ReadToEnd();

        // A line that was cut off when the machine stopped is no line: its trial is run again.
        string whole = text[..(text.LastIndexOf('\n') + 1)];
        _file.SetLength(Encoding.UTF8.GetByteCount(whole));
        _file.Position = _file.Length;
        string[] lines = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            Append(Header);
            return;
        }

        if (lines[0] != Header)
        {
            throw new InvalidDataException($"{_path} begins with '{lines[0]}'; this search's file begins with '{Header}'.");
        }

        for (int i = 1; i < lines.Length; i++)
        {
            string[] cells = lines[i].Split(',');
            if (cells.Length != _names.Count + Own.Count || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                throw new InvalidDataException($"{_path}, line {i + 1}: '{lines[i]}'; expected a trial's number and {_names.Count + Own.Count - 1} more cells.");
            }

            _found[number] = cells;
        }
    }

    private void Append(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + '\n'));
        _file.Flush(flushToDisk: true);
    }
}
