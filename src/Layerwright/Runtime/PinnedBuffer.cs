using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Layerwright.Runtime;

/// <summary>
/// Floats that never move: an array on the pinned heap, its start aligned to a cache line, with one widest vector of slack
/// behind its end so that kernels may load and store whole vectors. The garbage collector frees it with its owner.
/// </summary>
internal sealed unsafe class PinnedBuffer
{
    private const int Alignment = 64;
    private const int Slack = Alignment / sizeof(float);

    /// <summary>Most elements of one buffer.</summary>
    public static readonly int MaxLength = Array.MaxLength - (2 * Slack);

    private readonly float[] _array;
    private readonly int _start;

    private PinnedBuffer(long length, byte? fill)
    {
        Length = checked((int)length);
        _array = GC.AllocateUninitializedArray<float>(checked(Length + (2 * Slack)), pinned: true);
        nuint start = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        Data = (float*)((start + Alignment - 1) & ~(nuint)(Alignment - 1));
        _start = (int)(((nuint)Data - start) / sizeof(float));
        HugePages.Advise(Data, (nuint)Length * sizeof(float));
        if (fill is 0)
        {
            Array.Clear(_array);
        }
        else if (fill is { } value)
        {
            MemoryMarshal.AsBytes(_array.AsSpan()).Fill(value);
        }
    }

    /// <summary>
    /// What scratch memory made by this thread is filled with, so that tests can show that nobody relies on it; null leaves it as
    /// it comes.
    /// </summary>
    [field: ThreadStatic]
    internal static byte? Poison { get; set; }

    /// <summary>Its first element, on a cache line.</summary>
    public float* Data { get; }

    /// <summary>Elements, without the slack.</summary>
    public int Length { get; }

    /// <summary>All its elements; as long as the span is used, the memory lives, whatever becomes of its owner.</summary>
    public Span<float> Span => _array.AsSpan(_start, Length);

    /// <summary>Zeros: memory whose first values have a meaning.</summary>
    public static PinnedBuffer Zeroed(long length) => new(length, 0);

    /// <summary>Memory that is written before it is read. What comes fresh from the system costs nothing until it is used.</summary>
    public static PinnedBuffer Scratch(long length) => new(length, Poison);
}
