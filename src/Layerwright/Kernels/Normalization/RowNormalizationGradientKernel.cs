using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// From the gradient dy of a row normalisation's output to that of its input, 1/σ · (dy·γ − mean(dy·γ) − x̂·mean(dy·γ·x̂)), and
/// this block's part of the sums Σdy and Σdy·x̂ over rows. The moments are taken anew: two passes over a row in the first-level
/// cache cost less than keeping anything.
/// </summary>
/// <remarks>Where no mean is subtracted, mean(dy·γ) is not either, and Σdy is not taken.</remarks>
internal readonly unsafe struct RowNormalizationGradientKernel<TMean, TEpilogue>(
    int rows, Tensor gradient, Tensor input, Tensor gamma, float epsilon, Tensor partial, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TMean : struct, IMean
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = partial.Columns, count = rows;
        float* sums = partial.Data, dots = partial.FromRow(1).Data;
        int padded = PanelLayout.RoundUp(partial.Columns);
        new Span<float>(sums, padded).Clear();
        new Span<float>(dots, padded).Clear();
        for (nint row = 0; row < count; row++)
        {
            float* x = input.Data + (row * input.Stride), dy = gradient.Data + (row * gradient.Stride);
            var moments = RowMoments<TMean, TInstructions, TVector>.Of(x, columns, epsilon);
            TVector sum = TInstructions.Zero, dot = sum;
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                // The padding of dy and γ is 0, that of x̂ is made so: nothing behind the columns counts.
                TVector slope = TInstructions.Load(dy + column);
                TVector normalized = RowEnd<TInstructions, TVector>.Inside(moments.Normalize(TInstructions.Load(x + column)), columns - column);
                TVector scaled = TInstructions.Multiply(slope, TInstructions.Load(gamma.Data + column));
                dot = TInstructions.MultiplyAdd(scaled, normalized, dot);
                if (TMean.IsSubtracted)
                {
                    sum = TInstructions.Add(sum, scaled);
                    TInstructions.Store(TInstructions.Add(TInstructions.Load(sums + column), slope), sums + column);
                }

                TInstructions.Store(TInstructions.MultiplyAdd(slope, normalized, TInstructions.Load(dots + column)), dots + column);
            }

            if (!inputGradient.IsAbsent)
            {
                TVector meanSum = TInstructions.Broadcast(TInstructions.Sum(sum) / columns);
                TVector meanDot = TInstructions.Broadcast(TInstructions.Sum(dot) / columns);
                Spread(row, x, dy, moments, meanSum, meanDot);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spread<TInstructions, TVector>(
        nint row, float* x, float* dy, RowMoments<TMean, TInstructions, TVector> moments, TVector meanSum, TVector meanDot)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = partial.Columns;
        float* dx = inputGradient.Data + (row * inputGradient.Stride);
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            TVector normalized = moments.Normalize(TInstructions.Load(x + column));
            TVector scaled = TInstructions.Multiply(TInstructions.Load(dy + column), TInstructions.Load(gamma.Data + column));
            TVector means = TInstructions.Multiply(normalized, meanDot);
            means = TMean.IsSubtracted ? TInstructions.Add(means, meanSum) : means;
            TVector value = TInstructions.Multiply(TInstructions.Subtract(scaled, means), moments.InverseDeviation);
            value = RowEnd<TInstructions, TVector>.Inside(value, columns - column);
            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), dx + column);
        }
    }
}
