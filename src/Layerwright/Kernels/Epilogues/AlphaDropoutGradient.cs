using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient through <see cref="AlphaDropout"/>: scaled where the element was kept, else 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct AlphaDropoutGradient : IEpilogue
{
    private readonly DropoutMask _mask;
    private readonly float _factor;

    /// <summary>Takes the <paramref name="mask"/> of forward.</summary>
    public AlphaDropoutGradient(DropoutMask mask)
    {
        _mask = DropoutHash.Spread(mask);
        _factor = new AlphaDropoutScale(mask).Factor;
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
        where TVector : unmanaged =>
        TInstructions.Select(
            DropoutHash<TInstructions, TVector>.IsDropped(_mask, row, column),
            TInstructions.Zero,
            TInstructions.Multiply(value, TInstructions.Broadcast(_factor)));
}
