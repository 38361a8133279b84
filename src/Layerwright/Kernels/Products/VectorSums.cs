using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Layerwright.Kernels;

/// <summary>Sums of the elements of four vectors at once: one after the other they take three times as long.</summary>
internal static class VectorSums<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    /// <summary>Each vector's sum, in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Of(TVector first, TVector second, TVector third, TVector fourth)
    {
        if (!Sse.IsSupported || (typeof(TVector) != typeof(Vector512<float>) && typeof(TVector) != typeof(Vector256<float>)))
        {
            return Vector128.Create(TInstructions.Sum(first), TInstructions.Sum(second), TInstructions.Sum(third), TInstructions.Sum(fourth));
        }

        Vector128<float> a = Fold(first), b = Fold(second), c = Fold(third), d = Fold(fourth);
        Vector128<float> ab = Sse.UnpackLow(a, b) + Sse.UnpackHigh(a, b), cd = Sse.UnpackLow(c, d) + Sse.UnpackHigh(c, d);
        return Sse.MoveLowToHigh(ab, cd) + Sse.MoveHighToLow(cd, ab);
    }

    /// <summary>The sum of a vector's quarters, or halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold(TVector value)
    {
        Vector256<float> half;
        if (typeof(TVector) == typeof(Vector512<float>))
        {
            Vector512<float> whole = Unsafe.BitCast<TVector, Vector512<float>>(value);
            half = whole.GetLower() + whole.GetUpper();
        }
        else
        {
            half = Unsafe.BitCast<TVector, Vector256<float>>(value);
        }

        return half.GetLower() + half.GetUpper();
    }
}
