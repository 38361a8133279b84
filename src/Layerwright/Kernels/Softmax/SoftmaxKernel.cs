using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Softmax of each row; may be in place.</summary>
internal readonly unsafe struct SoftmaxKernel<TEpilogue>(int rows, Tensor logits, Tensor probabilities, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = logits.Columns;
        for (int row = 0; row < rows; row++)
        {
            float* values = logits.FromRow(row).Data, powers = probabilities.FromRow(row).Data;
            float max = SoftmaxRow<TInstructions, TVector>.Max(values, columns);
            float sum = SoftmaxRow<TInstructions, TVector>.SumOfPowers(values, columns, max, powers);
            TVector scale = TInstructions.Broadcast(1f / sum);
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                TVector value = TInstructions.Multiply(TInstructions.Load(powers + column), scale);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), powers + column);
            }
        }
    }
}
