using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>value / (1 + |value|); ±1 at ±∞.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softsign : IEpilogue
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
        TVector finite = TInstructions.Min(TInstructions.Broadcast(1e38f), TInstructions.Max(TInstructions.Broadcast(-1e38f), value));
        return TInstructions.Divide(finite, TInstructions.Add(TInstructions.Broadcast(1f), TInstructions.Abs(finite)));
    }
}
