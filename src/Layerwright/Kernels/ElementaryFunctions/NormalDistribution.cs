using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

internal static partial class ElementaryFunctions<TInstructions, TVector>
{
    /// <summary>Where the polynomial's variable (t − c)/(t + c) changes sign.</summary>
    private const float TailCentre = 2.9f;

    /// <summary>Beyond it e^(−½x²) is 0 here.</summary>
    private const float TailEnd = 14f;

    /// <summary>
    /// Φ(x) = ½·(1 + erf(x/√2)), the normal distribution function, within 8 ulp at both ends, 0 below −13.2; and
    /// e^(−½x²) within 3 ulp, of which its derivative is 1/√(2π).
    /// </summary>
    /// <remarks>
    /// Φ(−t) = e^(−½t²)·M(t) with t = |x|: Mills' ratio M over √(2π), times t + c, is a polynomial of degree 8 in (t − c)/(t + c)
    /// (a minimax fit, off by 2⁻²⁵). Nothing cancels, unlike in 1 + erf.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Normal(TVector x, out TVector power)
    {
        TVector t = TInstructions.Min(Of(TailEnd), TInstructions.Abs(x));

        // t² in two parts: the square of its leading twelve bits is exact, and the rest is small.
        TVector leading = TInstructions.ShiftLeft(TInstructions.ShiftRight(t, 12), 12);
        TVector rest = TInstructions.Multiply(TInstructions.Subtract(t, leading), TInstructions.Add(t, leading));
        power = Exp(
            TInstructions.Multiply(TInstructions.Multiply(leading, leading), Of(-0.5f)), TInstructions.Multiply(rest, Of(-0.5f)));

        TVector inverse = TInstructions.Divide(Of(1f), TInstructions.Add(t, Of(TailCentre)));
        TVector v = TInstructions.Multiply(TInstructions.Subtract(t, Of(TailCentre)), inverse);
        TVector p = TInstructions.MultiplyAdd(Of(-3.2174104e-4f), v, Of(-7.2340807e-4f));
        p = TInstructions.MultiplyAdd(p, v, Of(1.742015e-3f));
        p = TInstructions.MultiplyAdd(p, v, Of(5.6616184e-3f));
        p = TInstructions.MultiplyAdd(p, v, Of(-1.3562131e-2f));
        p = TInstructions.MultiplyAdd(p, v, Of(-3.4525268e-2f));
        p = TInstructions.MultiplyAdd(p, v, Of(2.1131141e-1f));
        p = TInstructions.MultiplyAdd(p, v, Of(-4.9596542e-1f));
        p = TInstructions.MultiplyAdd(p, v, Of(7.2527796e-1f));
        TVector tail = TInstructions.Multiply(TInstructions.Multiply(p, inverse), power);
        return TInstructions.Select(TInstructions.GreaterThan(x, TInstructions.Zero), TInstructions.Subtract(Of(1f), tail), tail);
    }
}
