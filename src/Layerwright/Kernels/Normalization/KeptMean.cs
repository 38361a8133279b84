using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Root-mean-square normalisation's.</summary>
internal readonly struct KeptMean : IMean
{
    public static bool IsSubtracted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }
}
