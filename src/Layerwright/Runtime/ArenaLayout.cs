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
        var offsets = new int[plan.Tensors.Length];
        int[] order = InOrder(plan, arena);
        int length = 0;
        for (int i = 0; i < order.Length; i++)
        {
            TensorInfo info = plan.Tensors[order[i]];
            int floor = 0;
            for (int j = 0; j < i; j++)
            {
                TensorInfo earlier = plan.Tensors[order[j]];
                if (earlier.Offset + earlier.Length <= info.Offset)
                {
                    floor = Math.Max(floor, offsets[order[j]] + earlier.PaddedLength);
                }
            }

            offsets[order[i]] = floor;
            length = Math.Max(length, checked(floor + info.PaddedLength));
        }

        return new(offsets, length);
    }

    /// <summary>The tensors of an arena by their places.</summary>
    private static int[] InOrder(BufferPlan plan, Arena arena)
    {
        // Every network begins with this: sorting by queries or queues would be a tenth of a first prediction, spent compiling them.
        var order = new int[plan.Tensors.Length];
        int count = 0;
        for (int tensor = 0; tensor < order.Length; tensor++)
        {
            TensorInfo info = plan.Tensors[tensor];
            if (info.Arena == arena && info.Columns > 0)
            {
                int place = count++;
                for (; place > 0 && plan.Tensors[order[place - 1]].Offset > info.Offset; place--)
                {
                    order[place] = order[place - 1];
                }

                order[place] = tensor;
            }
        }

        return order[..count];
    }
}
