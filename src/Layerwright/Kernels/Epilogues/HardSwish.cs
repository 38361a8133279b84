using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value times (value + 3)/6 within 0 and 1; 0 at −∞.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSwish : IEpilogue
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
        TVector above = TInstructions.Max(TInstructions.Broadcast(-3f), value);
        TVector shifted = TInstructions.Min(TInstructions.Broadcast(6f), TInstructions.Add(above, TInstructions.Broadcast(3f)));
        return TInstructions.Multiply(above, TInstructions.Multiply(shifted, TInstructions.Broadcast(1f / 6)));
    }
}
