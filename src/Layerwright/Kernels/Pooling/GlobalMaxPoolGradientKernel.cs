using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each channel's gradient to its winner over all positions, which is found anew from the input.</summary>
internal readonly unsafe struct GlobalMaxPoolGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Tensor input, int positions, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, targetStride = inputGradient.Stride, channels = input.Columns;
        for (nint row = 0; row < rows; row++)
        {
            nint first = row * positions, end = first + positions;
            for (nint column = 0; column < channels; column += TInstructions.Count)
            {
                float* source = input.Data + column, target = inputGradient.Data + column;
                TVector largest = TInstructions.Load(source + (first * stride));
                for (nint line = first + 1; line < end; line++)
                {
                    largest = TInstructions.Max(largest, TInstructions.Load(source + (line * stride)));
                }

                TVector left = TInstructions.Load(gradient.Data + (row * gradient.Stride) + column);
                for (nint line = first; line < end; line++)
                {
                    TVector isSmaller = TInstructions.GreaterThan(largest, TInstructions.Load(source + (line * stride)));
                    TVector share = TInstructions.Select(isSmaller, TInstructions.Zero, left);
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(share, line, column), target + (line * targetStride));
                    left = TInstructions.Select(isSmaller, left, TInstructions.Zero);
                }
            }
        }
    }
}
