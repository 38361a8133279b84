using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Layer normalisation's.</summary>
internal readonly struct SubtractedMean : IMean
{
    public static bool IsSubtracted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }
}
