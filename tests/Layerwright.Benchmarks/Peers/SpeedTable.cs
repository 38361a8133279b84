using System.Globalization;

namespace Layerwright.Benchmarks.Peers;

/// <summary>
/// Rows of our time, a peer's, and their ratio beside what is promised; and our share of the multiply-adds that the machine's
/// cores do at best. Printed as Markdown.
/// </summary>
internal sealed class SpeedTable
{
    private readonly List<string[]> _rows = [["work", "ours", "peer", "ratio", "promised", "share of peak", "promised"]];
    private double _peak;

    /// <summary>Adds a work and a peer's time for it.</summary>
    /// <param name="work">What was done.</param>
    /// <param name="ours">Our seconds.</param>
    /// <param name="peer">Who else did it, in what time; null where the peer is absent.</param>
    /// <param name="ratio">The promised ratio.</param>
    /// <param name="operations">Operations of the work, a multiply-add counts two; 0 where they say nothing.</param>
    /// <param name="threads">Cores at work.</param>
    /// <param name="share">The promised share of the peak.</param>
    public void Add(
        string work, double ours, PeerTime? peer, double? ratio, double operations = 0, int threads = 1, double? share = null)
    {
        // The core's clock may have changed since the last row.
        _peak = Math.Max(_peak, MachinePeak.Measure());
        _rows.Add(
        [
            work,
            Seconds(ours),
            peer is null ? "" : $"{peer.Name} {Seconds(peer.Seconds)}",
            peer is null ? "" : Invariant($"{peer.Seconds / ours:F2} ×"),
            ratio is { } least ? Invariant($"≥ {least} ×") : "",
            operations > 0 ? Invariant($"{100 * operations / ours / _peak / threads:F1} %") : "",
            share is { } part ? Invariant($"≥ {100 * part} %") : "",
        ]);
    }

    public void Print()
    {
        Console.WriteLine($"One core multiplies and adds at {_peak / 1e9:F1} GFLOP/s.");
        Console.WriteLine();
        int[] widths = [.. _rows[0].Select((_, column) => _rows.Max(row => row[column].Length))];
        for (int i = 0; i < _rows.Count; i++)
        {
            Console.WriteLine($"| {string.Join(" | ", _rows[i].Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (i == 0)
            {
                Console.WriteLine($"|{string.Join('|', widths.Select(width => new string('-', width + 2)))}|");
            }
        }
    }

    private static string Seconds(double seconds) => seconds switch
    {
        < 1e-6 => Invariant($"{seconds * 1e9:F1} ns"),
        < 1e-3 => Invariant($"{seconds * 1e6:F2} µs"),
        _ => Invariant($"{seconds * 1e3:F3} ms"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
