using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Sums of products over the positions of each row. Short runs are summed first, and their sums then, so that rounding does not
/// grow with the image.
/// </summary>
internal readonly unsafe struct GateGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Tensor input, int positions, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    /// <summary>Positions whose products are summed by themselves.</summary>
    private const int PositionsPerSum = 64;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (nint row = 0; row < rows; row++)
        {
            nint first = row * positions;
            float* slopes = gradient.Data + (first * gradient.Stride), values = input.Data + (first * input.Stride);
            float* target = output.Data + (row * output.Stride);
            for (nint column = 0; column < output.Columns; column += TInstructions.Count)
            {
                TVector sum = TInstructions.Zero;
                for (int start = 0; start < positions; start += PositionsPerSum)
                {
                    int end = Math.Min(start + PositionsPerSum, positions);
                    sum = TInstructions.Add(sum, Sum<TInstructions, TVector>(slopes + column, values + column, start, end));
                }

                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(sum, row, column), target + column);
            }
        }
    }

    /// <summary>Even and odd positions apart: two additions at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Sum<TInstructions, TVector>(float* slopes, float* values, nint position, nint end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector even = TInstructions.Zero, odd = TInstructions.Zero;
        nint slopeStride = gradient.Stride, valueStride = input.Stride;
        for (; position + 1 < end; position += 2)
        {
            float* slope = slopes + (position * slopeStride), value = values + (position * valueStride);
            even = TInstructions.MultiplyAdd(TInstructions.Load(slope), TInstructions.Load(value), even);
            odd = TInstructions.MultiplyAdd(TInstructions.Load(slope + slopeStride), TInstructions.Load(value + valueStride), odd);
        }

        if (position < end)
        {
            even = TInstructions.MultiplyAdd(
                TInstructions.Load(slopes + (position * slopeStride)), TInstructions.Load(values + (position * valueStride)), even);
        }

        return TInstructions.Add(even, odd);
    }
}
