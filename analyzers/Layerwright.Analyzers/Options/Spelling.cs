namespace Layerwright.Analyzers.Options;

/// <summary>Which known name was meant by one that is not known.</summary>
internal static class Spelling
{
    private const int MostSlips = 2;

    /// <summary>The known name that is fewest slips away, at most two; null where none is so near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known) => known
        .Where(name => Math.Abs(name.Length - written.Length) <= MostSlips)
        .Select(name => (Name: name, Slips: Slips(written.ToUpperInvariant(), name.ToUpperInvariant())))
        .Where(candidate => candidate.Slips <= MostSlips)
        .OrderBy(candidate => candidate.Slips)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>Letters left out, added, changed or swapped with their neighbour (Damerau, "A technique for computer detection and correction of spelling errors", 1964).</summary>
    private static int Slips(string a, string b)
    {
        int[] twoBack = new int[b.Length + 1], above = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
                }
            }

            (twoBack, above) = (above, row);
        }

        return above[b.Length];
    }
}
