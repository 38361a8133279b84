using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

internal static partial class ElementaryFunctions<TInstructions, TVector>
{
    /// <summary>From here on tanh is 1 here, 4 ulp too much: the function below gives exactly that here, and nowhere more before.</summary>
    private const float TanhEnd = 8.00919342f;

    /// <summary>tanh within 6 ulp and never beyond ±1.</summary>
    /// <remarks>The rational minimax function of degrees 13 and 6 that Eigen uses.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        x = TInstructions.Min(Of(TanhEnd), TInstructions.Max(Of(-TanhEnd), x));
        TVector z = TInstructions.Multiply(x, x), z2 = TInstructions.Multiply(z, z), z4 = TInstructions.Multiply(z2, z2);

        // By Estrin's scheme: in a small network each step that waits for the one before counts.
        TVector p01 = TInstructions.MultiplyAdd(Of(6.37261928875436e-04f), z, Of(4.89352455891786e-03f));
        TVector p23 = TInstructions.MultiplyAdd(Of(5.12229709037114e-08f), z, Of(1.48572235717979e-05f));
        TVector p45 = TInstructions.MultiplyAdd(Of(2.00018790482477e-13f), z, Of(-8.60467152213735e-11f));
        TVector p456 = TInstructions.MultiplyAdd(Of(-2.76076847742355e-16f), z2, p45);
        TVector p = TInstructions.MultiplyAdd(p456, z4, TInstructions.MultiplyAdd(p23, z2, p01));

        TVector q01 = TInstructions.MultiplyAdd(Of(2.26843463243900e-03f), z, Of(4.89352518554385e-03f));
        TVector q23 = TInstructions.MultiplyAdd(Of(1.19825839466702e-06f), z, Of(1.18534705686654e-04f));
        TVector q = TInstructions.MultiplyAdd(q23, z2, q01);

        // By x while p is not ready yet; p alone would lose digits of the least normal numbers.
        return TInstructions.Multiply(TInstructions.Divide(x, q), p);
    }
}
