using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Sums of the gradient, and of the gradient times the normalised input, over a block of rows.</summary>
internal readonly unsafe struct GradientSumsKernel(
    int rows, Tensor input, Tensor gradient, Tensor mean, Tensor inverseDeviation, Tensor partial) : IKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint columns = partial.Columns, inputStride = input.Stride, gradientStride = gradient.Stride, count = rows;
        float* sums = partial.Data, dots = partial.FromRow(1).Data;
        for (nint column = 0; column < columns; column += TInstructions.Count)
        {
            float* x = input.Data + column, dy = gradient.Data + column;
            TVector average = TInstructions.Load(mean.Data + column), sum = TInstructions.Zero, dot = sum;
            for (nint row = 0; row < count; row++, x += inputStride, dy += gradientStride)
            {
                TVector slope = TInstructions.Load(dy);
                sum = TInstructions.Add(sum, slope);
                dot = TInstructions.MultiplyAdd(slope, TInstructions.Subtract(TInstructions.Load(x), average), dot);
            }

            TInstructions.Store(sum, sums + column);
            TInstructions.Store(TInstructions.Multiply(dot, TInstructions.Load(inverseDeviation.Data + column)), dots + column);
        }
    }
}
