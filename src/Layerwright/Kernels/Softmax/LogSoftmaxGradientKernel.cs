using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>dy − eʸ·Σdy, row by row.</summary>
internal readonly unsafe struct LogSoftmaxGradientKernel<TEpilogue>(
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
            TVector sums = TInstructions.Zero;
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                sums = TInstructions.Add(sums, TInstructions.Load(dy + column));
            }

            TVector negated = TInstructions.Broadcast(-TInstructions.Sum(sums));
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                TVector power = ElementaryFunctions<TInstructions, TVector>.Exp(TInstructions.Load(y + column));
                TVector slope = TInstructions.MultiplyAdd(power, negated, TInstructions.Load(dy + column));
                slope = RowEnd<TInstructions, TVector>.Inside(slope, columns - column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(slope, row, column), dx + column);
            }
        }
    }
}
