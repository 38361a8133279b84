using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Drops elements at random and scales up the survivors; the same mask for values and for their gradients.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Dropout : IEpilogue
{
    private readonly DropoutMask _mask;

    /// <summary>
    /// Drops by <paramref name="mask"/>. Its key is mixed once more, since keys that differ in few bits would drop mirrored
    /// elements.
    /// </summary>
    public Dropout(DropoutMask mask) => _mask = mask with { Key = CounterRandom.Mix(mask.Key) };

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
        uint first = unchecked((uint)((_mask.FirstRow + row) * _mask.Columns + column));
        TVector bits = DropoutHash<TInstructions, TVector>.Bits(_mask.Key, first);
        TVector isDropped = TInstructions.IsBelow(bits, TInstructions.BroadcastBits(_mask.Threshold));
        return TInstructions.Select(isDropped, TInstructions.Zero, TInstructions.Multiply(value, TInstructions.Broadcast(_mask.Scale)));
    }
}
