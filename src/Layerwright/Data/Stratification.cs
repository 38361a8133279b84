namespace Layerwright;

/// <summary>Dividing rows so that both parts have the mixture of classes of the whole.</summary>
internal static class Stratification
{
    /// <summary>Divides rows, keeping their order within each part.</summary>
    /// <param name="order">All rows of <paramref name="data"/>, in the order in which they are dealt out.</param>
    /// <param name="data">Labelled data.</param>
    /// <param name="firstCount">Rows of the first part.</param>
    public static (int[] First, int[] Second) Divide(ReadOnlySpan<int> order, Dataset data, int firstCount)
    {
        int[] quotas = Quotas(ClassCounts(data), firstCount, order.Length);
        var first = new int[firstCount];
        var second = new int[order.Length - firstCount];
        int inFirst = 0, inSecond = 0;
        foreach (int row in order)
        {
            if (quotas[ClassOf(data, row)]-- > 0)
            {
                first[inFirst++] = row;
            }
            else
            {
                second[inSecond++] = row;
            }
        }

        return (first, second);
    }

    /// <summary>Deals rows out to parts in turn, class by class, so that no two parts differ by more than one row, or by more than one of a class.</summary>
    /// <param name="order">All rows of <paramref name="data"/>, in the order in which they are dealt out.</param>
    /// <param name="data">Labelled data.</param>
    /// <param name="parts">Parts.</param>
    /// <returns>The part of each element of <paramref name="order"/>.</returns>
    public static int[] Deal(ReadOnlySpan<int> order, Dataset data, int parts)
    {
        int[] next = new int[data.Classes + 1], counts = ClassCounts(data);
        for (int label = 1; label < next.Length; label++)
        {
            next[label] = next[label - 1] + counts[label - 1];
        }

        var dealt = new int[order.Length];
        for (int i = 0; i < dealt.Length; i++)
        {
            dealt[i] = next[ClassOf(data, order[i])]++ % parts;
        }

        return dealt;
    }

    /// <summary>A row's class; one more than there are for a label that is none and does not count.</summary>
    private static int ClassOf(Dataset data, int row) => (int)Math.Min((uint)data.Label(row), (uint)data.Classes);

    private static int[] ClassCounts(Dataset data)
    {
        var counts = new int[data.Classes + 1];
        for (int row = 0; row < data.Count; row++)
        {
            counts[ClassOf(data, row)]++;
        }

        return counts;
    }

    /// <summary>Each class's exact share rounded down; the rows left over go to the largest remainders, ties to the lower class.</summary>
    private static int[] Quotas(int[] counts, int firstCount, int total)
    {
        int[] quotas = Array.ConvertAll(counts, count => (int)((long)count * firstCount / total));
        int left = firstCount - quotas.Sum();
        var byRemainder = Enumerable.Range(0, counts.Length)
            .OrderByDescending(label => (long)counts[label] * firstCount % total)
            .ThenBy(label => label);
        foreach (int label in byRemainder.Take(left))
        {
            quotas[label]++;
        }

        return quotas;
    }
}
