using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Two passes over a column, both over differences (first from its first element, then from the mean), so that a large
/// mean costs no digits; the second pass also corrects for the mean's own rounding.
/// </summary>
internal readonly unsafe struct StatisticsKernel(int rows, Tensor input, Tensor partial) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = partial.Columns, stride = input.Stride, count = rows;
        float* means = partial.Data, squares = partial.FromRow(1).Data;
        TVector inverse = TInstructions.Broadcast(1f / count);
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            float* first = input.Data + column;
            TVector origin = TInstructions.Load(first), sum = TInstructions.Zero;
            float* x = first + stride;
            for (nint row = 1; row < count; row++, x += stride)
            {
                sum = TInstructions.Add(sum, TInstructions.Subtract(TInstructions.Load(x), origin));
            }

            TVector mean = TInstructions.MultiplyAdd(sum, inverse, origin);
            TVector square = TInstructions.Zero, rest = square;
            x = first;
            for (nint row = 0; row < count; row++, x += stride)
            {
                TVector difference = TInstructions.Subtract(TInstructions.Load(x), mean);
                rest = TInstructions.Add(rest, difference);
                square = TInstructions.MultiplyAdd(difference, difference, square);
            }

            TInstructions.Store(mean, means + column);
            TVector excess = TInstructions.Multiply(TInstructions.Multiply(rest, rest), inverse);
            TInstructions.Store(TInstructions.Max(TInstructions.Zero, TInstructions.Subtract(square, excess)), squares + column);
        }
    }
}
