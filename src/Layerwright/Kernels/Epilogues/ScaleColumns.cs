using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>value · first · second, each a vector over the columns: the gradient through a normalisation by fixed statistics.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct ScaleColumns : IEpilogue
{
    private readonly float* _first;
    private readonly float* _second;

    /// <summary>Scales by these padded rows.</summary>
    public ScaleColumns(Tensor first, Tensor second)
    {
        _first = first.Data;
        _second = second.Data;
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
        TInstructions.Multiply(
            value, TInstructions.Multiply(TInstructions.Load(_first + column), TInstructions.Load(_second + column)));
}
