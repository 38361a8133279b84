using Layerwright.Kernels;

namespace Layerwright.Runtime;

/// <summary>Fills tables of tensors from arenas' layouts.</summary>
internal static unsafe class ArenaSlots
{
    /// <summary>Memory of one arena with so many rows.</summary>
    public static PinnedBuffer Allocate(ArenaLayout layout, int rows) => PinnedBuffer.Scratch((long)layout.RowLength * rows);

    /// <summary>
    /// Enters the plan's tensors of <paramref name="arena"/>, which has <paramref name="rows"/> rows at <paramref name="memory"/>.
    /// </summary>
    public static void Fill(
        PinnedTable<TensorSlot> table, BufferPlan plan, Arena arena, ArenaLayout layout, float* memory, int rows, bool followsBatch)
    {
        for (int i = 0; i < plan.Tensors.Length; i++)
        {
            TensorInfo info = plan.Tensors[i];
            if (info.Arena == arena && info.Columns > 0)
            {
                int stride = PanelLayout.RowStride(info.Columns);
                var tensor = new Tensor(memory + ((nint)layout.Offset(i) * rows), info.Columns, stride);
                table[i] = new(tensor, followsBatch ? info.PaddedLength : 0);
            }
        }
    }
}
