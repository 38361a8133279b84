using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The blocks' statistics joined in block order by Chan, Golub and LeVeque's formula (1983). Means are taken as differences from
/// the first block's, so that a large mean costs no digits.
/// </summary>
internal readonly unsafe struct CombineStatisticsKernel(
    BlockStatistics parts, float epsilon, float momentum, Tensor mean, Tensor inverseDeviation, Tensor runningMean, Tensor runningVariance)
    : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int rows = parts.Rows, rowsPerBlock = parts.RowsPerBlock;
        nint columns = mean.Columns, stride = parts.Parts.Stride;
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            float* part = parts.Parts.Data + column;
            TVector origin = TInstructions.Load(part), offset = TInstructions.Zero, squares = TInstructions.Load(part + stride);
            for (int count = Math.Min(rowsPerBlock, rows), block; count < rows; count += block)
            {
                part += 2 * stride;
                block = Math.Min(rowsPerBlock, rows - count);
                float share = (float)block / (count + block);
                TVector difference = TInstructions.Subtract(TInstructions.Subtract(TInstructions.Load(part), origin), offset);
                TVector square = TInstructions.Multiply(difference, difference);
                TVector between = TInstructions.Multiply(square, TInstructions.Broadcast(count * share));
                offset = TInstructions.MultiplyAdd(difference, TInstructions.Broadcast(share), offset);
                squares = TInstructions.Add(squares, TInstructions.Add(TInstructions.Load(part + stride), between));
            }

            TVector average = TInstructions.Add(origin, offset);
            TVector variance = TInstructions.Multiply(squares, TInstructions.Broadcast(1f / rows));
            TVector deviation = TInstructions.SquareRoot(TInstructions.Add(variance, TInstructions.Broadcast(epsilon)));
            TInstructions.Store(average, mean.Data + column);
            TInstructions.Store(TInstructions.Divide(TInstructions.Broadcast(1f), deviation), inverseDeviation.Data + column);

            TVector unbiased = TInstructions.Multiply(squares, TInstructions.Broadcast(1f / Math.Max(1, rows - 1)));
            int inside = (int)(columns - column);
            Move<TInstructions, TVector>(runningMean.Data + column, average, inside);
            Move<TInstructions, TVector>(runningVariance.Data + column, unbiased, inside);
        }
    }

    /// <summary>A share of the way from the running statistic to the batch's; its padding stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Move<TInstructions, TVector>(float* running, TVector batch, int inside)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector old = TInstructions.Load(running);
        TVector moved = TInstructions.MultiplyAdd(TInstructions.Subtract(batch, old), TInstructions.Broadcast(momentum), old);
        TInstructions.Store(TInstructions.Select(TInstructions.FirstLanes(inside), moved, old), running);
    }
}
