using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Loss and gradient of softmax and cross-entropy with labels, row by row.</summary>
internal readonly unsafe struct SoftmaxCrossEntropyKernel(int rows, Tensor logits, LossBlock loss, Tensor gradient) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = logits.Columns;
        for (int row = 0; row < rows; row++)
        {
            float* values = logits.FromRow(row).Data;
            float* slopes = gradient.IsAbsent ? null : gradient.FromRow(row).Data;
            if (loss.IsIgnored(row))
            {
                loss.RowLosses[row] = 0;
                SoftmaxRow<TInstructions, TVector>.Clear(slopes, columns);
                continue;
            }

            int label = loss.Labels[row];
            float weight = loss.WeightOf(row) * (loss.ClassWeights == null ? 1f : loss.ClassWeights[label]), labelled = values[label];
            float max = SoftmaxRow<TInstructions, TVector>.Max(values, columns);
            float sum = SoftmaxRow<TInstructions, TVector>.SumOfPowers(values, columns, max, slopes);

            loss.RowLosses[row] = weight * (Math.Log(sum) + ((double)max - labelled));
            if (slopes != null)
            {
                float scale = weight * loss.Scale;
                SoftmaxRow<TInstructions, TVector>.Scale(slopes, columns, scale / sum);
                slopes[label] -= scale;
            }
        }
    }
}
