using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Layerwright.Runtime;

/// <summary>Copies a row's numbers in place: of a row so short a call would take longer than its copying.</summary>
internal static class RowCopy
{
    private const int ShortRow = 128;

    /// <summary>Copies all of a row; rows do not overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyRowTo(this ReadOnlySpan<float> source, Span<float> target)
    {
        int length = source.Length;
        if (!Vector128.IsHardwareAccelerated || length < Vector128<float>.Count || length > ShortRow)
        {
            source.CopyTo(target);
            return;
        }

        // The last vector may copy again what is copied already.
        ref float from = ref MemoryMarshal.GetReference(source), to = ref MemoryMarshal.GetReference(target[..length]);
        if (length >= Vector512<float>.Count)
        {
            int last = length - Vector512<float>.Count;
            for (int i = 0; i < last; i += Vector512<float>.Count)
            {
                Vector512.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref to, (nuint)i);
            }

            Vector512.LoadUnsafe(ref from, (nuint)last).StoreUnsafe(ref to, (nuint)last);
        }
        else if (length >= Vector256<float>.Count)
        {
            nuint last = (nuint)(length - Vector256<float>.Count);
            Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
            Vector256.LoadUnsafe(ref from, last).StoreUnsafe(ref to, last);
        }
        else
        {
            nuint last = (nuint)(length - Vector128<float>.Count);
            Vector128.LoadUnsafe(ref from).StoreUnsafe(ref to);
            Vector128.LoadUnsafe(ref from, last).StoreUnsafe(ref to, last);
        }
    }
}
