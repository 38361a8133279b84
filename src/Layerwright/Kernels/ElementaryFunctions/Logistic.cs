using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

internal static partial class ElementaryFunctions<TInstructions, TVector>
{
    /// <summary>1 / (1 + e⁻ˣ) within 3 ulp; 0 below −88.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector x) =>
        TInstructions.Divide(Of(1f), TInstructions.Add(Of(1f), Exp(TInstructions.Subtract(TInstructions.Zero, x))));

    /// <summary>The sigmoid within 3 ulp, 0 below −87.6, and its derivative within 5: neither cancels at either end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid(TVector x, out TVector derivative)
    {
        // For x ≤ 0 the sigmoid is e/(1 + e), for x > 0 it is 1/(1 + e), both with e ≤ 1.
        TVector power = Exp(TInstructions.Subtract(TInstructions.Zero, TInstructions.Abs(x)));
        TVector upper = TInstructions.Divide(Of(1f), TInstructions.Add(Of(1f), power));
        TVector lower = TInstructions.Multiply(power, upper);
        derivative = TInstructions.Multiply(lower, upper);
        return TInstructions.Select(TInstructions.GreaterThan(x, TInstructions.Zero), upper, lower);
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

    /// <summary>log(1 + eˣ) within 5 ulp; 0 below −87.6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Softplus(TVector x)
    {
        TVector power = Exp(TInstructions.Subtract(TInstructions.Zero, TInstructions.Abs(x)));
        return TInstructions.Add(TInstructions.Max(TInstructions.Zero, x), LogOnePlus(power));
    }
}
