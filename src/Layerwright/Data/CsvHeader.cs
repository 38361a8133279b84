using System.Collections.Frozen;

namespace Layerwright;

/// <summary>Tells a table's header from its first row.</summary>
internal static class CsvHeader
{
    /// <summary>With so many rows, one that is alone of its class is odd.</summary>
    private const int ManyRows = 20;

    private static readonly FrozenSet<string> _labelNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "label", "labels", "class", "classes", "target", "category", "species", "outcome", "y");

    /// <summary>
    /// Whether the first line names the columns: where none of its cells is a number, or it holds a name that the options ask for.
    /// </summary>
    public static bool Is(CsvRecords first, CsvOptions options)
    {
        string[] cells = Texts(first);
        return !cells.Any(cell => CsvReader.IsNumber(cell, out _))
            || options.Targets.Concat(options.Ignored).Append(options.Label).Any(column => column.IsNamedIn(cells));
    }

    /// <summary>The cells of a header.</summary>
    public static string[] Texts(CsvRecords record)
    {
        var texts = new string[record.Count];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = record[i].ToString();
        }

        return texts;
    }

    /// <summary>
    /// Whether the first of text labels rather names their column, as in a header whose other cells are years: it is the only one of
    /// its class, and either a usual name of such columns or alone in being so.
    /// </summary>
    public static bool IsSuspect(IReadOnlyList<string> labels)
    {
        string first = labels[0];
        ILookup<string, string> others = labels.Skip(1).ToLookup(label => label, StringComparer.Ordinal);
        return others.Count > 0 && !others.Contains(first)
            && (_labelNames.Contains(first) || (labels.Count > ManyRows && others.All(group => group.Skip(1).Any())));
    }
}
