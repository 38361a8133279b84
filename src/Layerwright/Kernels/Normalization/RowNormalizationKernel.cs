using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each row normalised by its own moments, then scaled and shifted per column, then the epilogue.</summary>
internal readonly unsafe struct RowNormalizationKernel<TMean, TEpilogue>(
    int rows, Tensor input, Tensor gamma, Tensor beta, float epsilon, Tensor output, TEpilogue epilogue) : IKernel
    where TMean : struct, IMean
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = gamma.Columns, count = rows;
        for (nint row = 0; row < count; row++)
        {
            float* x = input.Data + (row * input.Stride), y = output.Data + (row * output.Stride);
            var moments = RowMoments<TMean, TInstructions, TVector>.Of(x, columns, epsilon);
            for (nint column = 0; column < columns; column += TInstructions.Count)
            {
                TVector normalized = moments.Normalize(TInstructions.Load(x + column));
                TVector scale = TInstructions.Load(gamma.Data + column);
                TVector value = beta.IsAbsent
                    ? TInstructions.Multiply(normalized, scale)
                    : TInstructions.MultiplyAdd(normalized, scale, TInstructions.Load(beta.Data + column));
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), y + column);
            }
        }
    }
}
