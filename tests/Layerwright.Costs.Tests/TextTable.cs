using System.Globalization;
using System.Text;

namespace Layerwright.Costs;

/// <summary>Aligned columns of text: numbers to the right, and the name that they belong to last, however long it is.</summary>
internal static class TextTable
{
    /// <summary>The lines under their heads.</summary>
    public static string Write(string[] heads, IEnumerable<string[]> lines)
    {
        string[][] rows = [heads, .. lines];
        int[] widths = [.. heads.Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in rows)
        {
            text.AppendJoin("  ", row[..^1].Select((cell, column) => cell.PadLeft(widths[column]))).Append("  ").Append(row[^1]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Thousands, nothing rounded away.</summary>
    public static string Kilo(long value) => (value / 1000m).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>How many times as much.</summary>
    public static string Ratio(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
