namespace Layerwright.CodeModel.Planning;

/// <summary>Gives tensors their offsets so that those live together do not overlap. Several strategies are tried; the smallest arena wins.</summary>
internal static class ArenaPacking
{
    /// <param name="sizes">Elements of each tensor, in the order in which they come to life.</param>
    /// <param name="overlap">True where two tensors are live together.</param>
    public static (int[] Offsets, int Total) Pack(IReadOnlyList<int> sizes, Func<int, int, bool> overlap)
    {
        var inOrder = Enumerable.Range(0, sizes.Count).ToArray();
        var bySize = inOrder.OrderByDescending(i => sizes[i]).ThenBy(i => i).ToArray();
        int bound = LargestTogether(sizes, overlap);
        return new[] { FromBothEnds(sizes, overlap, bound), FirstFit(sizes, overlap, bySize), FirstFit(sizes, overlap, inOrder) }
            .Where(packing => packing.Total >= 0)
            .OrderBy(packing => packing.Total)
            .First();
    }

    // Each tensor takes the lowest gap that is free of those it is live with.
    private static (int[] Offsets, int Total) FirstFit(IReadOnlyList<int> sizes, Func<int, int, bool> overlap, int[] order)
    {
        var offsets = new int[sizes.Count];
        var placed = new List<int>();
        int total = 0;
        foreach (int item in order)
        {
            int offset = 0;
            foreach (int other in placed.Where(other => overlap(item, other)).OrderBy(other => offsets[other]))
            {
                if (offsets[other] - offset >= sizes[item])
                {
                    break;
                }

                offset = Math.Max(offset, offsets[other] + sizes[other]);
            }

            offsets[item] = offset;
            placed.Add(item);
            total = Math.Max(total, offset + sizes[item]);
        }

        return (offsets, total);
    }

    // In a chain each tensor lives with its neighbours alone: taking the two ends of the arena in turn needs no more than the
    // two widest neighbours. Total is −1 where that does not work out (branches).
    private static (int[] Offsets, int Total) FromBothEnds(IReadOnlyList<int> sizes, Func<int, int, bool> overlap, int total)
    {
        var offsets = new int[sizes.Count];
        for (int item = 0; item < sizes.Count; item++)
        {
            offsets[item] = item % 2 == 0 ? 0 : total - sizes[item];
            for (int other = 0; other < item; other++)
            {
                bool disjoint = offsets[item] + sizes[item] <= offsets[other] || offsets[other] + sizes[other] <= offsets[item];
                if (!disjoint && overlap(item, other))
                {
                    return (offsets, -1);
                }
            }
        }

        return (offsets, total);
    }

    // The most that is live with any one tensor at its birth: no packing can do with less.
    private static int LargestTogether(IReadOnlyList<int> sizes, Func<int, int, bool> overlap) => sizes.Count == 0
        ? 0
        : Enumerable.Range(0, sizes.Count).Max(item =>
            sizes[item] + Enumerable.Range(0, item).Where(other => overlap(item, other)).Sum(other => sizes[other]));
}
