using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The value where it is above 0, times its column's learned slope elsewhere.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ChannelPReLU : IEpilogue
{
    private readonly float* _slope;

    /// <summary><paramref name="slope"/> is one padded row over the columns.</summary>
    public ChannelPReLU(Tensor slope) => _slope = slope.Data;

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
        TVector below = TInstructions.Multiply(value, TInstructions.Load(_slope + column));
        return TInstructions.Select(TInstructions.GreaterThan(value, TInstructions.Zero), value, below);
    }
}
