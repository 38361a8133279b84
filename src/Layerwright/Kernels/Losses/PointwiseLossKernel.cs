using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Mean over a row's outputs of a pointwise loss, and its gradient, row by row.</summary>
internal readonly unsafe struct PointwiseLossKernel<TLoss>(int rows, Tensor outputs, LossBlock loss, Tensor gradient) : IKernel
    where TLoss : struct, IPointwiseLoss
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = outputs.Columns;
        for (int row = 0; row < rows; row++)
        {
            float* values = outputs.FromRow(row).Data, targets = loss.Targets + row * columns;
            float* slopes = gradient.IsAbsent ? null : gradient.FromRow(row).Data;
            float weight = loss.WeightOf(row) / columns;
            TVector scale = TInstructions.Broadcast(weight * loss.Scale), sum = TInstructions.Zero;
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                bool isWhole = columns - column >= TInstructions.Count;
                int rest = (int)(columns - column);
                TVector value = TInstructions.Load(values + column);
                TVector target = isWhole ? TInstructions.Load(targets + column) : TInstructions.LoadFirst(targets + column, rest);
                TVector part = TLoss.Loss<TInstructions, TVector>(value, target);
                sum = TInstructions.Add(sum, isWhole ? part : Inside<TInstructions, TVector>(part, rest));
                if (slopes != null)
                {
                    TVector slope = TInstructions.Multiply(TLoss.Derivative<TInstructions, TVector>(value, target), scale);
                    TInstructions.Store(isWhole ? slope : Inside<TInstructions, TVector>(slope, rest), slopes + column);
                }
            }

            loss.RowLosses[row] = (double)weight * TInstructions.Sum(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Inside<TInstructions, TVector>(TVector value, int count)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged =>
        TInstructions.Select(TInstructions.FirstLanes(count), value, TInstructions.Zero);
}
