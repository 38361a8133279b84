using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Kernels;

/// <summary>What is asked of the processor's caches.</summary>
internal static unsafe class CacheLine
{
    /// <summary>Floats in a line of 64 bytes.</summary>
    public const int Floats = 16;

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
