using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>y ⊙ (dy − Σdy·y), row by row.</summary>
internal readonly unsafe struct SoftmaxGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Tensor output, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = gradient.Columns;
        for (int row = 0; row < rows; row++)
        {
            float* dy = gradient.FromRow(row).Data, y = output.FromRow(row).Data, dx = inputGradient.FromRow(row).Data;
            TVector products = TInstructions.Zero;
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                TVector probability = RowEnd<TInstructions, TVector>.Inside(TInstructions.Load(y + column), columns - column);
                products = TInstructions.MultiplyAdd(TInstructions.Load(dy + column), probability, products);
            }

            TVector mean = TInstructions.Broadcast(TInstructions.Sum(products));
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                TVector difference = TInstructions.Subtract(TInstructions.Load(dy + column), mean);
                TVector slope = TInstructions.Multiply(TInstructions.Load(y + column), difference);
                slope = RowEnd<TInstructions, TVector>.Inside(slope, columns - column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(slope, row, column), dx + column);
            }
        }
    }
}
