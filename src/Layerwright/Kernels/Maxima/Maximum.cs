using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>A running maximum that no NaN is lost from.</summary>
internal static class Maximum<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private const uint InfinityBits = 0x7F800000;

    /// <summary>The larger; NaN where either is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of(TVector soFar, TVector value)
    {
        TVector isNaN = TInstructions.IsBelow(TInstructions.BroadcastBits(InfinityBits), TInstructions.Abs(soFar));
        return TInstructions.Select(isNaN, soFar, TInstructions.Max(soFar, value));
    }
}
