using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Kernels;

/// <summary>What is asked of the processor's caches.</summary>
internal static unsafe class CacheLine
{
    /// <summary>Floats in a line of 64 bytes.</summary>
    public const int Floats = 16;

    /// <summary>
    /// Makes a line this core's own by writing what stands there. A line that other cores have read too takes long to write: begun
    /// early, it happens while the core is at something else. Nobody else may write the line meanwhile.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Claim(float* address) => Volatile.Write(ref *address, Volatile.Read(ref *address));

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
