using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The gradient times x/3 + ½ for −3 ≤ x &lt; 3, times 1 above, 0 below.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct HardSwishGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public HardSwishGradient(Tensor input)
    {
        _input = input.Data;
        _stride = input.Stride;
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
        TVector inner = TInstructions.MultiplyAdd(input, TInstructions.Broadcast(1f / 3), TInstructions.Broadcast(0.5f));
        TVector isBelow = TInstructions.GreaterThan(TInstructions.Broadcast(3f), input);
        TVector slope = TInstructions.Select(isBelow, inner, TInstructions.Broadcast(1f));
        TVector isFarBelow = TInstructions.GreaterThan(TInstructions.Broadcast(-3f), input);
        return TInstructions.Multiply(value, TInstructions.Select(isFarBelow, TInstructions.Zero, slope));
    }
}
