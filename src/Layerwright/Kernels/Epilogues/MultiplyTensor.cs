using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Multiplies by the same element of another tensor: a gate, or its gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct MultiplyTensor : IEpilogue
{
    private readonly float* _factor;
    private readonly nint _stride;

    /// <summary>Multiplies by <paramref name="factor"/>, which starts at the block's first row.</summary>
    public MultiplyTensor(Tensor factor)
    {
        _factor = factor.Data;
        _stride = factor.Stride;
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
        where TVector : unmanaged =>
        TInstructions.Multiply(value, TInstructions.Load(_factor + row * _stride + column));
}
