using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sets elements to SELU's lower limit at random, then scales and shifts so that mean 0 and variance 1 are kept.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AlphaDropout : IEpilogue
{
    private readonly DropoutMask _mask;
    private readonly AlphaDropoutScale _scale;

    /// <summary>Drops by <paramref name="mask"/>, the elements that <see cref="Dropout"/> would drop.</summary>
    public AlphaDropout(DropoutMask mask)
    {
        _mask = DropoutHash.Spread(mask);
        _scale = new(mask);
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
        TVector kept = TInstructions.MultiplyAdd(value, TInstructions.Broadcast(_scale.Factor), TInstructions.Broadcast(_scale.Shift));
        TVector isDropped = DropoutHash<TInstructions, TVector>.IsDropped(_mask, row, column);
        return TInstructions.Select(isDropped, TInstructions.Broadcast(_scale.Dropped), kept);
    }
}
