using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value where it is above 0, a fraction of it elsewhere.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LeakyReLU : IEpilogue
{
    private readonly float _slope;

    /// <summary>The fraction below 0 is <paramref name="slope"/>.</summary>
    public LeakyReLU(float slope) => _slope = slope;

    /// <inheritdoc/>
    public static bool IsLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TInstructions, TVector>(TVector value, nint row, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector below = TInstructions.Multiply(value, TInstructions.Broadcast(_slope));
        return TInstructions.Select(TInstructions.GreaterThan(value, TInstructions.Zero), value, below);
    }
}
