using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Loss and gradient of the multiclass hinge, row by row.</summary>
internal readonly unsafe struct MulticlassHingeKernel(
    int rows, Tensor scores, LossBlock loss, Tensor gradient, float margin, bool squared) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            float* values = scores.FromRow(row).Data;
            float* slopes = gradient.IsAbsent ? null : gradient.FromRow(row).Data;
            int label = loss.Labels[row];
            float weight = loss.WeightOf(row);
            double sum = squared
                ? Run<TInstructions, TVector, Square>(values, slopes, label, weight * loss.Scale)
                : Run<TInstructions, TVector, Line>(values, slopes, label, weight * loss.Scale);
            loss.RowLosses[row] = weight * sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Run<TInstructions, TVector, TPiece>(float* values, float* slopes, int label, float scale)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TPiece : struct, IPiece
    {
        nint columns = scores.Columns;
        TVector scales = TInstructions.Broadcast(scale), zero = TInstructions.Zero, sum = zero, slopeSum = zero;
        TVector shift = TInstructions.Broadcast(values[label] - margin);
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            TVector lack = TInstructions.Max(zero, TInstructions.Subtract(TInstructions.Load(values + column), shift));
            lack = RowEnd<TInstructions, TVector>.Inside(lack, columns - column);

            // The label lacks the margin against itself, which is none of the sum.
            if ((nuint)(label - column) < (nuint)TInstructions.Count)
            {
                int lane = (int)(label - column);
                TVector isLabel = TInstructions.Xor(TInstructions.FirstLanes(lane + 1), TInstructions.FirstLanes(lane));
                lack = TInstructions.Select(isLabel, zero, lack);
            }

            sum = TInstructions.Add(sum, TPiece.Loss<TInstructions, TVector>(lack));
            if (slopes != null)
            {
                TVector slope = TInstructions.Multiply(TPiece.Derivative<TInstructions, TVector>(lack), scales);
                slopeSum = TInstructions.Add(slopeSum, slope);
                TInstructions.Store(slope, slopes + column);
            }
        }

        if (slopes != null)
        {
            slopes[label] = -TInstructions.Sum(slopeSum);
        }

        return TInstructions.Sum(sum);
    }

    /// <summary>What a lack ≥ 0 costs.</summary>
    private interface IPiece
    {
        static abstract TVector Loss<TInstructions, TVector>(TVector lack)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged;

        static abstract TVector Derivative<TInstructions, TVector>(TVector lack)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged;
    }

    private readonly struct Line : IPiece
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Loss<TInstructions, TVector>(TVector lack)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged => lack;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Derivative<TInstructions, TVector>(TVector lack)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged =>
            TInstructions.Select(TInstructions.GreaterThan(lack, TInstructions.Zero), TInstructions.Broadcast(1f), TInstructions.Zero);
    }

    private readonly struct Square : IPiece
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Loss<TInstructions, TVector>(TVector lack)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged => TInstructions.Multiply(lack, lack);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Derivative<TInstructions, TVector>(TVector lack)
            where TInstructions : struct, IInstructionSet<TVector>
            where TVector : unmanaged => TInstructions.Add(lack, lack);
    }
}
