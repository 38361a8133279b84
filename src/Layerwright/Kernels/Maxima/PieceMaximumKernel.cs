using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The maximum over the pieces, vector by vector of units.</summary>
internal readonly unsafe struct PieceMaximumKernel<TEpilogue>(int rows, Tensor input, nint units, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint end = input.Columns, count = rows, column;
        for (nint row = 0; row < count; row++)
        {
            float* pieces = input.Data + (row * input.Stride), target = output.Data + (row * output.Stride);
            for (column = 0; column <= units - TInstructions.Count; column += TInstructions.Count)
            {
                TVector largest = TInstructions.Load(pieces + column);
                for (nint piece = units; piece < end; piece += units)
                {
                    largest = Maximum<TInstructions, TVector>.Of(largest, TInstructions.Load(pieces + piece + column));
                }

                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(largest, row, column), target + column);
            }

            if (column < units)
            {
                int rest = (int)(units - column);
                TVector largest = TInstructions.LoadFirst(pieces + column, rest);
                for (nint piece = units; piece < end; piece += units)
                {
                    largest = Maximum<TInstructions, TVector>.Of(largest, TInstructions.LoadFirst(pieces + piece + column, rest));
                }

                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(largest, row, column), target + column);
            }
        }
    }
}
