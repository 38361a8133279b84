namespace Layerwright.Tests.MachineCode;

/// <summary>Finds a method's loops, wherever the JIT has laid their blocks.</summary>
internal static class Loops
{
    /// <summary>The blocks of every loop that holds no other.</summary>
    public static IReadOnlyList<IReadOnlySet<int>> Innermost(IReadOnlyList<CodeBlock> blocks)
    {
        List<int>[] previous = Previous(blocks);
        bool[][] dominators = Dominators(blocks, previous);
        var loops = new Dictionary<int, HashSet<int>>();
        for (int from = 0; from < blocks.Count; from++)
        {
            foreach (int head in blocks[from].Next.Where(head => dominators[from][head]))
            {
                loops.TryAdd(head, [head]);
                Collect(from, previous, loops[head]);
            }
        }

        return [.. loops.Where(loop => !loops.Keys.Any(head => head != loop.Key && loop.Value.Contains(head))).Select(loop => loop.Value)];
    }

    // What reaches the end of a loop without passing its head.
    private static void Collect(int block, List<int>[] previous, HashSet<int> loop)
    {
        var open = new Stack<int>([block]);
        while (open.TryPop(out int next))
        {
            if (loop.Add(next))
            {
                previous[next].ForEach(open.Push);
            }
        }
    }

    private static List<int>[] Previous(IReadOnlyList<CodeBlock> blocks)
    {
        List<int>[] previous = [.. blocks.Select(_ => new List<int>())];
        for (int block = 0; block < blocks.Count; block++)
        {
            blocks[block].Next.ForEach(next => previous[next].Add(block));
        }

        return previous;
    }

    // Those through which every way from the entry to a block leads.
    private static bool[][] Dominators(IReadOnlyList<CodeBlock> blocks, List<int>[] previous)
    {
        bool[][] dominators = [.. blocks.Select((_, block) => Enumerable.Range(0, blocks.Count).Select(other => block > 0 || other == 0).ToArray())];
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int block = 1; block < blocks.Count; block++)
            {
                for (int other = 0; other < blocks.Count; other++)
                {
                    bool isOne = other == block || (previous[block].Count > 0 && previous[block].TrueForAll(from => dominators[from][other]));
                    changed |= dominators[block][other] != isOne;
                    dominators[block][other] = isOne;
                }
            }
        }

        return dominators;
    }
}
