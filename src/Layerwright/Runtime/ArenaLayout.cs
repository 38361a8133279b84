namespace Layerwright.Runtime;

/// <summary>
/// The plan's places in one arena with rows padded to whole vectors. The order of places is kept: a tensor that begins at or
/// after another's end still does, so what the planner found disjoint stays disjoint on every machine.
/// </summary>
internal sealed class ArenaLayout
{
    private readonly int[] _offsets;

    private ArenaLayout(int[] offsets, int rowLength)
    {
        _offsets = offsets;
        RowLength = rowLength;
    }

    /// <summary>Padded elements a row of the whole arena.</summary>
    public int RowLength { get; }

    /// <summary>Where a tensor begins, in padded elements a row.</summary>
    public int Offset(int tensor) => _offsets[tensor];

    /// <summary>Pads the plan's tensors of one arena.</summary>
    public static ArenaLayout Of(BufferPlan plan, Arena arena)
    {
        var order = Enumerable.Range(0, plan.Tensors.Length)
            .Where(i => plan.Tensors[i].Arena == arena && plan.Tensors[i].Columns > 0)
            .OrderBy(i => plan.Tensors[i].Offset)
            .ToArray();
        var offsets = new int[plan.Tensors.Length];
        var ends = new PriorityQueue<int, int>();
        int floor = 0;
        int length = 0;
        foreach (int tensor in order)
        {
            TensorInfo info = plan.Tensors[tensor];
            while (ends.TryPeek(out int padded, out int logicalEnd) && logicalEnd <= info.Offset)
            {
                floor = Math.Max(floor, padded);
                ends.Dequeue();
            }

            offsets[tensor] = floor;
            int end = checked(floor + info.PaddedLength);
            length = Math.Max(length, end);
            ends.Enqueue(end, info.Offset + info.Length);
        }

        return new(offsets, length);
    }
}
