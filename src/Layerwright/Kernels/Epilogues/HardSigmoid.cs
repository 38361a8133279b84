using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>(value + 3)/6 within 0 and 1.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSigmoid : IEpilogue
{
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
        TVector shifted = TInstructions.Add(value, TInstructions.Broadcast(3f));
        TVector bounded = TInstructions.Min(TInstructions.Broadcast(6f), TInstructions.Max(TInstructions.Zero, shifted));
        return TInstructions.Multiply(bounded, TInstructions.Broadcast(1f / 6));
    }
}
