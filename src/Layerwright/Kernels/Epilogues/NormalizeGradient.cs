using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>From the gradient of a batch normalisation's output to that of its input: γ/σ · (dy − (Σdy + x̂·Σdy·x̂)/rows).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct NormalizeGradient : IEpilogue
{
    private readonly float* _input;
    private readonly nint _stride;
    private readonly float* _mean;
    private readonly float* _inverseDeviation;
    private readonly float* _gamma;
    private readonly float* _gradientSum;
    private readonly float* _gradientDot;
    private readonly float _inverseRows;

    /// <summary>
    /// Takes the normalisation's input (from the block's first row), its vectors, and the gradient's sums over the whole batch.
    /// </summary>
    /// <param name="input">x.</param>
    /// <param name="mean">Mean of the batch.</param>
    /// <param name="inverseDeviation">1/σ of the batch.</param>
    /// <param name="gamma">γ.</param>
    /// <param name="gradientSum">Σdy.</param>
    /// <param name="gradientDot">Σdy·x̂.</param>
    /// <param name="inverseRows">1 / rows of the batch.</param>
    public NormalizeGradient(
        Tensor input, Tensor mean, Tensor inverseDeviation, Tensor gamma, Tensor gradientSum, Tensor gradientDot, float inverseRows)
    {
        _input = input.Data;
        _stride = input.Stride;
        _mean = mean.Data;
        _inverseDeviation = inverseDeviation.Data;
        _gamma = gamma.Data;
        _gradientSum = gradientSum.Data;
        _gradientDot = gradientDot.Data;
        _inverseRows = inverseRows;
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
        TVector inverseDeviation = TInstructions.Load(_inverseDeviation + column);
        TVector centred = TInstructions.Subtract(TInstructions.Load(_input + row * _stride + column), TInstructions.Load(_mean + column));
        TVector normalised = TInstructions.Multiply(centred, inverseDeviation);
        TVector sums = TInstructions.MultiplyAdd(
            normalised, TInstructions.Load(_gradientDot + column), TInstructions.Load(_gradientSum + column));
        TVector factor = TInstructions.Multiply(TInstructions.Load(_gamma + column), inverseDeviation);
        TVector means = TInstructions.Multiply(sums, TInstructions.Broadcast(_inverseRows));
        return TInstructions.Multiply(factor, TInstructions.Subtract(value, means));
    }
}
