using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Adds the same element of another tensor: a residual, or a second gradient.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct AddTensor : IEpilogue
{
    private readonly float* _addend;
    private readonly nint _stride;

    /// <summary>Adds <paramref name="addend"/>, which starts at the block's first row.</summary>
    public AddTensor(Tensor addend)
    {
        _addend = addend.Data;
        _stride = addend.Stride;
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
        TInstructions.Add(value, TInstructions.Load(_addend + row * _stride + column));
}
