using System.Text;

namespace Layerwright;

/// <summary>Rows of text in columns: the first to the left, the others to the right.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Heads, a rule, rows; lines end with a line feed, the last one too.</summary>
    /// <param name="heads">What the columns are called.</param>
    /// <param name="rows">As many cells each. A last column of words is written with <paramref name="wordsAtEnd"/>.</param>
    /// <param name="wordsAtEnd">The last column stands to the left too.</param>
    public static string Write(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, bool wordsAtEnd = false)
    {
        IReadOnlyList<string>[] lines = [heads, .. rows];
        int[] widths = [.. Enumerable.Range(0, heads.Count).Select(column => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        for (int i = 0; i < lines.Length; i++)
        {
            IEnumerable<string> cells = widths.Select((width, column) => column == 0 || (wordsAtEnd && column == heads.Count - 1)
                ? lines[i][column].PadRight(width)
                : lines[i][column].PadLeft(width));
            text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
            if (i == 0)
            {
                text.Append('─', widths.Sum() + (Gap.Length * (widths.Length - 1))).Append('\n');
            }
        }

        return text.ToString();
    }
}
