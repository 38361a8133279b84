using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each row less its largest and less the logarithm of the sum of powers that leaves.</summary>
internal readonly unsafe struct LogSoftmaxKernel<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = input.Columns;
        for (int row = 0; row < rows; row++)
        {
            float* values = input.FromRow(row).Data, results = output.FromRow(row).Data;
            float max = SoftmaxRow<TInstructions, TVector>.Max(values, columns);
            TVector largest = TInstructions.Broadcast(max);
            TVector logarithm = TInstructions.Broadcast(MathF.Log(SoftmaxRow<TInstructions, TVector>.SumOfPowers(values, columns, max, null)));
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                // In two steps: beside a large number the logarithm would be lost.
                TVector value = TInstructions.Subtract(TInstructions.Subtract(TInstructions.Load(values + column), largest), logarithm);
                value = RowEnd<TInstructions, TVector>.Inside(value, columns - column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), results + column);
            }
        }
    }
}
