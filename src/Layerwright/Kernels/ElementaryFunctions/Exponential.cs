using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// exp, sigmoid, tanh, log(1 + x) and the normal distribution in registers, at every vector width. NaN gives NaN. An ulp is a unit
/// in the last place of the true result; where that is subnormal, results are off by less than the least normal number.
/// </summary>
internal static partial class ElementaryFunctions<TInstructions, TVector>
    where TInstructions : struct, IInstructionSet<TVector>
    where TVector : unmanaged
{
    private const float Log2E = 1.44269504f;

    /// <summary>ln 2 in two parts: the first has so few bits that its product with a whole exponent is exact.</summary>
    private const float Ln2High = 0.693359375f, Ln2Low = -2.12194440e-4f;

    /// <summary>1.5 · 2²³, which rounds a sum to a whole number in the low bits, and the exponent's bias with it.</summary>
    private const float RoundToBiasedExponent = 12582912f + 127f;

    /// <summary>
    /// eˣ within 1 ulp. 0 below −87.6, where the true value is about to become subnormal;
    /// infinite above 88.3, where the true value is about to overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x) => ExpOf(Reduce(x, out TVector power), power);

    /// <summary>eˣ for x in two parts, the second at most 0.05: an argument may be so large that its last digits lie there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector high, TVector low) =>
        ExpOf(TInstructions.Add(Reduce(high, out TVector power), low), power);

    /// <summary>eˣ − 1 for x ≤ 0, within 2 ulp: no digits are lost near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpMinusOne(TVector x)
    {
        TVector r = Reduce(x, out TVector power);
        return TInstructions.MultiplyAdd(ExceedingOne(r), power, TInstructions.Subtract(power, Of(1f)));
    }

    // As a factor, unlike as an addend to the exponent, the power of two keeps NaN a NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOf(TVector r, TVector power) =>
        TInstructions.Multiply(TInstructions.Add(ExceedingOne(r), Of(1f)), power);

    /// <summary>r with |r| ≤ ½·ln 2, and the power of two, of which eˣ = power · eʳ (Cody and Waite).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduce(TVector x, out TVector power)
    {
        x = TInstructions.Min(Of(89f), TInstructions.Max(Of(-88f), x));
        TVector biased = TInstructions.MultiplyAdd(x, Of(Log2E), Of(RoundToBiasedExponent));
        TVector exponent = TInstructions.Subtract(biased, Of(RoundToBiasedExponent));

        // The low bits of the rounded sum are the biased exponent.
        power = TInstructions.ShiftLeft(biased, 23);
        TVector r = TInstructions.MultiplyAdd(exponent, Of(-Ln2High), x);
        return TInstructions.MultiplyAdd(exponent, Of(-Ln2Low), r);
    }

    /// <summary>eʳ − 1 for |r| ≤ ½·ln 2; the polynomial of degree 5 is Cephes' (expf).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExceedingOne(TVector r)
    {
        TVector p = TInstructions.MultiplyAdd(Of(1.9875691500e-4f), r, Of(1.3981999507e-3f));
        p = TInstructions.MultiplyAdd(p, r, Of(8.3334519073e-3f));
        p = TInstructions.MultiplyAdd(p, r, Of(4.1665795894e-2f));
        p = TInstructions.MultiplyAdd(p, r, Of(1.6666665459e-1f));
        p = TInstructions.MultiplyAdd(p, r, Of(5.0000001201e-1f));
        return TInstructions.MultiplyAdd(p, TInstructions.Multiply(r, r), r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Of(float value) => TInstructions.Broadcast(value);
}
