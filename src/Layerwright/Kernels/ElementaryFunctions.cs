using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>exp, tanh, sigmoid and log(1 + x) in registers, at every vector width. NaN gives NaN.</summary>
internal static class ElementaryFunctions<TInstructions, TVector>
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
    /// <remarks>Cody and Waite's reduction to |r| ≤ ½·ln 2; the polynomial of degree 5 is Cephes' (expf).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x)
    {
        x = TInstructions.Min(Of(89f), TInstructions.Max(Of(-88f), x));
        TVector biased = TInstructions.MultiplyAdd(x, Of(Log2E), Of(RoundToBiasedExponent));
        TVector exponent = TInstructions.Subtract(biased, Of(RoundToBiasedExponent));
        TVector r = TInstructions.MultiplyAdd(exponent, Of(-Ln2High), x);
        r = TInstructions.MultiplyAdd(exponent, Of(-Ln2Low), r);

        TVector p = TInstructions.MultiplyAdd(Of(1.9875691500e-4f), r, Of(1.3981999507e-3f));
        p = TInstructions.MultiplyAdd(p, r, Of(8.3334519073e-3f));
        p = TInstructions.MultiplyAdd(p, r, Of(4.1665795894e-2f));
        p = TInstructions.MultiplyAdd(p, r, Of(1.6666665459e-1f));
        p = TInstructions.MultiplyAdd(p, r, Of(5.0000001201e-1f));
        p = TInstructions.Add(TInstructions.MultiplyAdd(p, TInstructions.Multiply(r, r), r), Of(1f));

        // The low bits of the rounded sum are the biased exponent; as a factor, unlike as an addend, they keep NaN a NaN.
        return TInstructions.Multiply(p, TInstructions.ShiftLeft(biased, 23));
    }

    /// <summary>1 / (1 + e⁻ˣ) within 3 ulp; 0 below −88.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector x) =>
        TInstructions.Divide(Of(1f), TInstructions.Add(Of(1f), Exp(TInstructions.Subtract(TInstructions.Zero, x))));

    /// <summary>tanh within 6 ulp (5 with fused multiply-add) and never beyond ±1.</summary>
    /// <remarks>The rational minimax function of degrees 13 and 6 that Eigen uses, on ±9.1, beyond which tanh rounds to ±1.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        x = TInstructions.Min(Of(9.1f), TInstructions.Max(Of(-9.1f), x));
        TVector z = TInstructions.Multiply(x, x);

        TVector p = TInstructions.MultiplyAdd(Of(-2.76076847742355e-16f), z, Of(2.00018790482477e-13f));
        p = TInstructions.MultiplyAdd(p, z, Of(-8.60467152213735e-11f));
        p = TInstructions.MultiplyAdd(p, z, Of(5.12229709037114e-08f));
        p = TInstructions.MultiplyAdd(p, z, Of(1.48572235717979e-05f));
        p = TInstructions.MultiplyAdd(p, z, Of(6.37261928875436e-04f));
        p = TInstructions.MultiplyAdd(p, z, Of(4.89352455891786e-03f));
        p = TInstructions.Multiply(p, x);

        TVector q = TInstructions.MultiplyAdd(Of(1.19825839466702e-06f), z, Of(1.18534705686654e-04f));
        q = TInstructions.MultiplyAdd(q, z, Of(2.26843463243900e-03f));
        q = TInstructions.MultiplyAdd(q, z, Of(4.89352518554385e-03f));

        return TInstructions.Min(Of(1f), TInstructions.Max(Of(-1f), TInstructions.Divide(p, q)));
    }

    /// <summary>log(1 + x) for 0 ≤ x ≤ 1, within 3 ulp.</summary>
    /// <remarks>2·artanh(x / (2 + x)); the argument is at most ⅓, so seven terms of the series are enough.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector LogOnePlus(TVector x)
    {
        TVector s = TInstructions.Divide(x, TInstructions.Add(x, Of(2f)));
        TVector z = TInstructions.Multiply(s, s);
        TVector p = TInstructions.MultiplyAdd(Of(2f / 13f), z, Of(2f / 11f));
        p = TInstructions.MultiplyAdd(p, z, Of(2f / 9f));
        p = TInstructions.MultiplyAdd(p, z, Of(2f / 7f));
        p = TInstructions.MultiplyAdd(p, z, Of(2f / 5f));
        p = TInstructions.MultiplyAdd(p, z, Of(2f / 3f));
        p = TInstructions.MultiplyAdd(p, z, Of(2f));
        return TInstructions.Multiply(p, s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Of(float value) => TInstructions.Broadcast(value);
}
