using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value times Φ(value), Φ the normal distribution function; 0 at −∞.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GELU : IEpilogue
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
        TVector share = ElementaryFunctions<TInstructions, TVector>.Normal(value, out _);
        return TInstructions.Multiply(TInstructions.Max(TInstructions.Broadcast(-14f), value), share);
    }
}
