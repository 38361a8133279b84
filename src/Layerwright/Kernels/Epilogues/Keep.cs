using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Stores the value where others will read it, and hands it on: what backward saves of a chain need not end the chain.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Keep : IEpilogue
{
    private readonly float* _target;
    private readonly nint _stride;

    /// <summary>Stores in <paramref name="target"/>, padded, from the block's first row.</summary>
    public Keep(Tensor target)
    {
        _target = target.Data;
        _stride = target.Stride;
    }

    /// <inheritdoc/>
    public static bool IsLight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    /// <inheritdoc/>
    public static bool Keeps
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
        TInstructions.Store(value, _target + row * _stride + column);
        return value;
    }
}
