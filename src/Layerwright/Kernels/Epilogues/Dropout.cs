using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Drops elements at random and scales up the survivors; the same mask for values and for their gradients.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Dropout : IEpilogue
{
    private readonly DropoutMask _mask;

    /// <summary>Drops by <paramref name="mask"/>.</summary>
    public Dropout(DropoutMask mask) => _mask = DropoutHash.Spread(mask);

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
        TVector isDropped = DropoutHash<TInstructions, TVector>.IsDropped(_mask, row, column);
        return TInstructions.Select(isDropped, TInstructions.Zero, TInstructions.Multiply(value, TInstructions.Broadcast(_mask.Scale)));
    }
}
