using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient where the activation's input is above 0, times its column's learned slope elsewhere.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ChannelPReLUGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;
    private readonly float* _slope;

    /// <summary>
    /// Takes the activation's <paramref name="input"/>, which starts at the block's first row: where the slope is negative the
    /// output does not tell its side. <paramref name="slope"/> is one padded row over the columns.
    /// </summary>
    public ChannelPReLUGradient(Tensor input, Tensor slope)
    {
        _input = input.Data;
        _stride = input.Stride;
        _slope = slope.Data;
    }

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
        TVector input = TInstructions.Load(_input + row * _stride + column);
        TVector below = TInstructions.Multiply(value, TInstructions.Load(_slope + column));
        return TInstructions.Select(TInstructions.GreaterThan(input, TInstructions.Zero), value, below);
    }
}
