using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value times its sigmoid; 0 at −∞.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SiLU : IEpilogue
{
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
        TVector share = ElementaryFunctions<TInstructions, TVector>.Sigmoid(value);
        return TInstructions.Multiply(TInstructions.Max(TInstructions.Broadcast(-100f), value), share);
    }
}
