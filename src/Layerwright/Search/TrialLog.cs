using System.Globalization;
using System.Text;

namespace Layerwright;

/// <summary>The file of a search: a header, and a line for each finished trial, whole or not there at all.</summary>
internal sealed class TrialLog : IDisposable
{
    private const int LongestShown = 120;

    private static readonly string[] s_first = ["trial", "round", "seed", "round epochs", "goal", "rule"], s_last = ["course", "objective", "stopped"];

    private readonly SearchOptions _options;
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<int, string[]> _found = [];
    private readonly string _path;
    private readonly FileStream _file;
    private string _lineEnd = "\n";

    /// <summary>Opens or begins a search's file. A file that is no search's, or another one's, stays as it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">The hyper-parameters.</param>
    /// <param name="options">The search's: what decides its results is in each line.</param>
    /// <exception cref="InvalidDataException">It is the file of a search of other hyper-parameters, or none.</exception>
    public TrialLog(string path, IReadOnlyList<string> names, SearchOptions options)
    {
        _path = path;
        _names = names;
        _options = options;
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
    public static IReadOnlyList<string> Own { get; } = [.. s_first, .. s_last];

    private string[] Columns => [.. s_first, .. _names, .. s_last];

    /// <summary>A trial as it ended in an earlier run; null where it did not finish.</summary>
    /// <exception cref="InvalidDataException">The file's trial of that number is another one.</exception>
    public TrialResult? Find(DealtTrial trial)
    {
        if (!_found.TryGetValue(trial.Number, out string[]? cells))
        {
            return null;
        }

        string[] expected = Cells(trial);
        for (int i = 0; i < expected.Length; i++)
        {
            if (cells[i] != expected[i])
            {
                throw new InvalidDataException(
                    $"{_path}: trial {trial.Number} has {Columns[i]} {cells[i]}; this search's has {expected[i]}: another seed, space or options. Give another LogPath, or the former ones.");
            }
        }

        return double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out double objective)
            && bool.TryParse(cells[^1], out bool isStopped)
            && TrialCourse.Parse(cells[^3]) is { } course
            ? new TrialResult(trial, objective, isStopped, course)
            : throw new InvalidDataException(
                $"{_path}: trial {trial.Number} ends in '{cells[^3]},{cells[^2]},{cells[^1]}'; expected values by epoch such as '1:0.5 2:0.4', a number, and True or False.");
    }

    /// <summary>Adds a finished trial, on the disk when this returns.</summary>
    public void Add(TrialResult result) => Append(string.Join(
        ',',
        [.. Cells(result.Dealt), TrialCourse.Text(result.Course), result.Objective.ToString("R", CultureInfo.InvariantCulture), result.IsStopped.ToString()]) + _lineEnd);

    public void Dispose() => _file.Dispose();

    private string[] Cells(DealtTrial trial) =>
    [
        trial.Number.ToString(CultureInfo.InvariantCulture),
        trial.Round.ToString(CultureInfo.InvariantCulture),
        trial.Seed.ToString(CultureInfo.InvariantCulture),
        trial.Epochs.ToString(CultureInfo.InvariantCulture),
        _options.Maximize ? "largest" : "smallest",
        _options.StopHopeless ? "median" : "none",
        .. _names.Select(name => trial.Texts[name].Replace(',', ';').Replace('\r', ' ').Replace('\n', ' ')),
    ];

    private void Read()
    {
        byte[] bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        int start = bytes.AsSpan().StartsWith(mark) ? mark.Length : 0;
        string header = string.Join(',', Columns);
        string[] lines = Encoding.UTF8.GetString(bytes.AsSpan(start)).Split('\n');
        string first = lines[0].TrimEnd('\r');

        // A header that was cut off when the machine stopped is completed.
        bool isCut = lines.Length == 1 && (header + '\r').StartsWith(lines[0], StringComparison.Ordinal);
        if (first != header && !isCut)
        {
            throw new InvalidDataException(
                $"{_path} begins with '{Visible(first)}'; this search's file begins with '{header}'. It is left as it is: give another LogPath, or delete it.");
        }

        if (isCut)
        {
            Append(header[first.Length..] + _lineEnd);
            return;
        }

        _lineEnd = lines[0].EndsWith('\r') ? "\r\n" : "\n";
        for (int i = 1; i < lines.Length - 1; i++)
        {
            string line = lines[i].TrimEnd('\r');
            string[] cells = line.Split(',');
            if (line.Length > 0)
            {
                _found[Number(cells) ?? throw new InvalidDataException(
                    $"{_path}, line {i + 1}: '{Visible(line)}'; expected a trial's number and {Columns.Length - 1} more cells.")] = cells;
            }
        }

        // A line that was cut off when the machine stopped is no line: its trial is run again.
        int end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        if (end < bytes.Length)
        {
            _file.SetLength(end);
        }

        _file.Position = end;
    }

    private int? Number(string[] cells) =>
        cells.Length == Columns.Length && int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private void Append(string text)
    {
        _file.Write(Encoding.UTF8.GetBytes(text));
        _file.Flush(flushToDisk: true);
    }

    /// <summary>A line's beginning, with what cannot be seen as a mark.</summary>
    private static string Visible(string line) => string.Concat(line.Take(LongestShown).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter))
        + (line.Length > LongestShown ? "…" : "");
}
