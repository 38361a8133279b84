using static Layerwright.Benchmarks.QuantityText;

namespace Layerwright.Benchmarks;

/// <summary>
/// Rows of our time, the quickest peer's, their ratio, the others', our share of what the machine could do, and what is promised; a row
/// behind a peer says why. Printed as Markdown.
/// </summary>
/// <param name="limit">What the machine can do.</param>
/// <param name="progress">Is told each row when it is there.</param>
/// <param name="only">Works that are wanted, by a part of their name; null for all.</param>
internal sealed class SpeedTable(MachineLimit limit, TextWriter progress, string? only = null)
{
    private readonly List<string[]> _rows =
        [["work", "ours", "quickest peer", "ratio", "other peers", "share of the limit", "promised", "why behind"]];

    private readonly List<string> _unkept = [];

    /// <summary>What the machine can do.</summary>
    public MachineLimit Limit => limit;

    /// <summary>Asked before measuring what may not be wanted.</summary>
    public bool Wants(string work) => only is null || work.Contains(only, StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds a row.</summary>
    public void Add(SpeedRow row)
    {
        string[] cells = Cells(row);
        _rows.Add(cells);
        if (row.Unkept(limit) is { Length: > 0 } unkept)
        {
            _unkept.Add($"{row.Work}: {unkept}");
        }

        progress.WriteLine(string.Join(" | ", cells));
    }

    /// <summary>The whole table.</summary>
    public void Write(TextWriter writer)
    {
        writer.WriteLine(limit);
        writer.WriteLine();
        int[] widths = [.. _rows[0].Select((_, column) => _rows.Max(row => row[column].Length))];
        for (int i = 0; i < _rows.Count; i++)
        {
            writer.WriteLine($"| {string.Join(" | ", _rows[i].Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (i == 0)
            {
                writer.WriteLine($"|{string.Join('|', widths.Select(width => new string('-', width + 2)))}|");
            }
        }

        if (_unkept.Count > 0)
        {
            writer.WriteLine();
            writer.WriteLine("Promised and not reached in this run:");
            writer.WriteLine();
            _unkept.ForEach(line => writer.WriteLine($"- {line}"));
        }
    }

    private string[] Cells(SpeedRow row) =>
    [
        row.Work,
        Of(row.Ours, row.Quantity) + (row.Rows is { } rows ? Text($", {rows / row.Ours:N0} rows/s") : ""),
        row.Quickest is { } quickest ? $"{quickest.Name} {Of(quickest.Value, row.Quantity)}" + Setting(quickest) : "",
        row.Quickest is { } peer ? Text($"{row.RatioOf(peer):F2} ×") : "",
        string.Join("; ", row.Peers.Where(other => other != row.Quickest).OrderBy(other => other.Value)
            .Select(other => $"{other.Name} {Of(other.Value, row.Quantity)}" + Text($" ({row.RatioOf(other):F2} ×)"))),
        row.Cost is { } cost ? limit.Share(cost, row.Ours, row.Threads) : "",
        row.Promise,
        row.IsBehind ? Reasons.Of(row.Work) : "",
    ];

    private static string Setting(PeerTime peer) => peer.Setting.Length > 0 ? $" ({peer.Setting})" : "";
}
