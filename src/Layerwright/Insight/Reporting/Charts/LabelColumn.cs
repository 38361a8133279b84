namespace Layerwright.Reporting;

/// <summary>Labels beside a chart, one above the other.</summary>
internal static class LabelColumn
{
    /// <summary>Letters of the longest label that is written whole.</summary>
    public const int MostLetters = 17;

    /// <summary>Pixels from one label's line to the next.</summary>
    public const double Line = 15;

    /// <summary>Pixels to leave beside the chart.</summary>
    public static double Width(IEnumerable<string> labels) =>
        20 + (8 * labels.Select(label => Math.Min(label.Length, MostLetters)).DefaultIfEmpty(0).Max());

    /// <summary>A name that fits: of a layer in blocks the end, which tells it from its neighbours.</summary>
    public static string Fit(string name) => name.Length <= MostLetters ? name : "…" + name[^(MostLetters - 1)..];

    /// <summary>Which labels there is room for: all, or as many as fit, evenly over the heights.</summary>
    /// <param name="wanted">Where each would stand; NaN for no label.</param>
    /// <param name="height">The column's height.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<double> wanted, double height)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).Where(i => !double.IsNaN(wanted[i])).OrderBy(i => wanted[i])];
        int room = Math.Max(2, (int)(height / Line) + 1);
        return order.Length <= room
            ? order
            : [.. Enumerable.Range(0, room).Select(i => order[(int)Math.Round((double)i * (order.Length - 1) / (room - 1))])];
    }

    /// <summary>Moves labels apart as little as need be: given from top to bottom, no two come nearer than a line.</summary>
    /// <param name="wanted">Where each would stand, ascending.</param>
    /// <param name="height">The column's height.</param>
    public static double[] Spread(IReadOnlyList<double> wanted, double height)
    {
        var places = wanted.ToArray();
        for (int i = 1; i < places.Length; i++)
        {
            places[i] = Math.Max(places[i], places[i - 1] + Line);
        }

        double lowest = height;
        for (int i = places.Length - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], lowest);
            lowest = places[i] - Line;
        }

        return places;
    }
}
