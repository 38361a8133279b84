using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Runtime;

/// <summary>What is asked of the processor's caches.</summary>
internal static unsafe class CacheLine
{
    /// <summary>Asks for a cache line that will be needed soon, where the processor can be asked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(address);
        }
    }
}
