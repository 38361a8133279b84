using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Copies a run of columns out of each line, which need not begin at a whole vector.</summary>
internal readonly unsafe struct ChannelPartKernel<TEpilogue>(int rows, Tensor input, nint first, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = output.Columns, column;
        for (nint row = 0; row < rows; row++)
        {
            float* source = input.Data + (row * input.Stride) + first, target = output.Data + (row * output.Stride);
            for (column = 0; column <= columns - TInstructions.Count; column += TInstructions.Count)
            {
                TVector value = TInstructions.Load(source + column);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), target + column);
            }

            if (column < columns)
            {
                TVector value = TInstructions.LoadFirst(source + column, (int)(columns - column));
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(value, row, column), target + column);
            }
        }
    }
}
