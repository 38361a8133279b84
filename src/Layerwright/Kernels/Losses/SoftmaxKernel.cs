using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Softmax of each row, in place.</summary>
internal readonly unsafe struct SoftmaxKernel(int rows, Tensor logits) : IKernel
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
            float max = SoftmaxRow<TInstructions, TVector>.Max(values, columns);
            float sum = SoftmaxRow<TInstructions, TVector>.SumOfPowers(values, columns, max, values);
            SoftmaxRow<TInstructions, TVector>.Scale(values, columns, 1f / sum);
        }
    }
}
