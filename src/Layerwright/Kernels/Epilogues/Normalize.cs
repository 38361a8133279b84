using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>(value − mean) · (inverse deviation · γ) + β, each a vector over the columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Normalize : IEpilogue
{
    private readonly float* _mean;
    private readonly float* _inverseDeviation;
    private readonly float* _gamma;
    private readonly float* _beta;

    /// <summary>Normalises with these padded rows.</summary>
    public Normalize(Tensor mean, Tensor inverseDeviation, Tensor gamma, Tensor beta)
    {
        _mean = mean.Data;
        _inverseDeviation = inverseDeviation.Data;
        _gamma = gamma.Data;
        _beta = beta.Data;
    }

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
        TVector factor = TInstructions.Multiply(TInstructions.Load(_inverseDeviation + column), TInstructions.Load(_gamma + column));
        TVector centred = TInstructions.Subtract(value, TInstructions.Load(_mean + column));
        return TInstructions.MultiplyAdd(centred, factor, TInstructions.Load(_beta + column));
    }
}
