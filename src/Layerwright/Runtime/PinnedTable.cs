using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Layerwright.Runtime;

/// <summary>A small table that never moves, so that blocks can carry a bare pointer to it.</summary>
/// <typeparam name="T">What it lists.</typeparam>
internal sealed unsafe class PinnedTable<T>
    where T : unmanaged
{
    private readonly T[] _items;

    public PinnedTable(int count)
    {
        _items = GC.AllocateArray<T>(Math.Max(count, 1), pinned: true);
        Items = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_items));
    }

    /// <summary>The first entry.</summary>
    public T* Items { get; }

    public ref T this[int index] => ref _items[index];
}
