using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Mean over a row's outputs of a pointwise loss, and its gradient, row by row.</summary>
internal readonly unsafe struct PointwiseLossKernel<TLoss>(int rows, Tensor outputs, LossBlock loss, Tensor gradient, TLoss function) : IKernel
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
                nint rest = columns - column;
                TVector value = TInstructions.Load(values + column), target = RowEnd<TInstructions, TVector>.Load(targets + column, rest);
                TVector part = function.Loss<TInstructions, TVector>(value, target);
                sum = TInstructions.Add(sum, RowEnd<TInstructions, TVector>.Inside(part, rest));
                if (slopes != null)
                {
                    TVector slope = TInstructions.Multiply(function.Derivative<TInstructions, TVector>(value, target), scale);
                    TInstructions.Store(RowEnd<TInstructions, TVector>.Inside(slope, rest), slopes + column);
                }
            }

            loss.RowLosses[row] = (double)weight * TInstructions.Sum(sum);
        }
    }
}
