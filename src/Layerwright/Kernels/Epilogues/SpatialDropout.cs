using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Drops channels of whole images at random and scales up the others; the same mask for values and for their gradients.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SpatialDropout : IEpilogue
{
    private readonly DropoutMask _mask;
    private readonly uint _positions;

    /// <summary>Drops by <paramref name="mask"/>, which counts rows, in images of so many positions.</summary>
    public SpatialDropout(DropoutMask mask, int positions)
    {
        _mask = DropoutHash.Spread(mask);
        _positions = (uint)positions;
    }

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
        TVector isDropped = DropoutHash<TInstructions, TVector>.IsDropped(_mask, (nint)((uint)row / _positions), column);
        return TInstructions.Select(isDropped, TInstructions.Zero, TInstructions.Multiply(value, TInstructions.Broadcast(_mask.Scale)));
    }
}
