using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Adds a vector over the columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct AddBias : IEpilogue
{
    private readonly float* _bias;

    /// <summary>Adds <paramref name="bias"/>, one padded row.</summary>
    public AddBias(Tensor bias) => _bias = bias.Data;

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
        TInstructions.Add(value, TInstructions.Load(_bias + column));
}
