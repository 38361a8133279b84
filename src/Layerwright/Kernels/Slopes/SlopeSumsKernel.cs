using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sums of the gradient times the negative inputs, over a block of rows.</summary>
internal readonly unsafe struct SlopeSumsKernel(int rows, Tensor input, Tensor gradient, Tensor partial) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = partial.Columns, inputStride = input.Stride, gradientStride = gradient.Stride, count = rows;
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            float* x = input.Data + column, dy = gradient.Data + column;
            TVector sum = TInstructions.Zero;
            for (nint row = 0; row < count; row++, x += inputStride, dy += gradientStride)
            {
                TVector below = TInstructions.Min(TInstructions.Zero, TInstructions.Load(x));
                sum = TInstructions.MultiplyAdd(TInstructions.Load(dy), below, sum);
            }

            TInstructions.Store(sum, partial.Data + column);
        }
    }
}
