using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value where it is above 0, α·(eᵛᵃˡᵘᵉ − 1) elsewhere.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ELU : IEpilogue
{
    private readonly float _alpha;

    /// <summary>The far side ends at −<paramref name="alpha"/>.</summary>
    public ELU(float alpha) => _alpha = alpha;

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
            ElementaryFunctions<TInstructions, TVector>.ExpMinusOne(value), TInstructions.Broadcast(_alpha));
        return TInstructions.Select(TInstructions.GreaterThan(value, TInstructions.Zero), value, below);
    }
}
