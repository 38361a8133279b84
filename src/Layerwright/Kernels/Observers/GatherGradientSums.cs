using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Σdy and Σdy·x̂ of each column over the block's rows, x̂ = (x − mean) · inverse deviation: a block's part of the gradient of batch
/// normalisation.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GatherGradientSums : IObserver
{
    private readonly Tensor _gradient;
    private readonly Tensor _input;
    private readonly Tensor _mean;
    private readonly Tensor _inverseDeviation;
    private readonly Tensor _partial;

    /// <summary>Looks at <paramref name="gradient"/>, [rows, columns], padded with zeros.</summary>
    /// <param name="gradient">dy, from the block's first row.</param>
    /// <param name="input">x, likewise.</param>
    /// <param name="mean">Mean of the batch, one padded row.</param>
    /// <param name="inverseDeviation">1/σ of the batch, one padded row.</param>
    /// <param name="partial">Receives two padded rows: Σdy, Σdy·x̂.</param>
    public GatherGradientSums(Tensor gradient, Tensor input, Tensor mean, Tensor inverseDeviation, Tensor partial)
    {
        _gradient = gradient;
        _input = input;
        _mean = mean;
        _inverseDeviation = inverseDeviation;
        _partial = partial;
    }

    /// <inheritdoc/>
    public int Columns => _gradient.Columns;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Observe<TInstructions, TVector>(int rows, nint first, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint inputStride = _input.Stride, gradientStride = _gradient.Stride, count = rows;
        float* sums = _partial.Data, dots = _partial.FromRow(1).Data;
        for (nint column = first; column < end; column += TInstructions.Count)
        {
            var (sum, dot) = ColumnSums<TInstructions, TVector>.Of(count, new Terms<TVector>(
                _gradient.Data + column, gradientStride, _input.Data + column, inputStride, TInstructions.Load(_mean.Data + column)));

            TInstructions.Store(sum, sums + column);
            TInstructions.Store(TInstructions.Multiply(dot, TInstructions.Load(_inverseDeviation.Data + column)), dots + column);
        }
    }

    /// <summary>Σdy and Σdy·(x − mean).</summary>
    private readonly struct Terms<TVector>(float* dy, nint gradientStride, float* x, nint inputStride, TVector mean) : IColumnTerms<TVector>
        where TVector : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add<TInstructions>(nint row, ref TVector first, ref TVector second)
            where TInstructions : struct, IInstructionSet<TVector>
        {
            TVector slope = TInstructions.Load(dy + (row * gradientStride));
            first = TInstructions.Add(first, slope);
            second = TInstructions.MultiplyAdd(slope, TInstructions.Subtract(TInstructions.Load(x + (row * inputStride)), mean), second);
        }
    }
}
