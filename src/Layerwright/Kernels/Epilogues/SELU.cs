using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>λ times the value where it is above 0, λ·α·(eᵛᵃˡᵘᵉ − 1) elsewhere, which keep mean 0 and variance 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SELU : IEpilogue
{
    /// <summary>λ, and λ·α (Klambauer et al. 2017).</summary>
    internal const float Scale = 1.05070098f, ScaledAlpha = 1.75809934f;

    /// <inheritdoc/>
    public static bool IsLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => false;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector below = TInstructions.Multiply(
            ElementaryFunctions<TInstructions, TVector>.ExpMinusOne(value), TInstructions.Broadcast(ScaledAlpha));
        TVector above = TInstructions.Multiply(value, TInstructions.Broadcast(Scale));
        return TInstructions.Select(TInstructions.GreaterThan(value, TInstructions.Zero), above, below);
    }
}
