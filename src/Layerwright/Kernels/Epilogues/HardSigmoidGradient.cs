using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>A sixth of the gradient where the activation's input is above −3 and below 3, else 0 (at both kinks too).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct HardSigmoidGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;

    /// <summary>Takes the activation's <paramref name="input"/>, which starts at the block's first row.</summary>
    public HardSigmoidGradient(Tensor input)
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
        TVector isInside = TInstructions.GreaterThan(TInstructions.Broadcast(3f), TInstructions.Abs(input));
        return TInstructions.Select(isInside, TInstructions.Multiply(value, TInstructions.Broadcast(1f / 6)), TInstructions.Zero);
    }
}
