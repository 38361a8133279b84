using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The largest of each channel over all positions, with two maxima in flight.</summary>
internal readonly unsafe struct GlobalMaxPoolKernel<TEpilogue>(int rows, Tensor input, int positions, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, channels = input.Columns;
        for (nint row = 0; row < rows; row++)
        {
            float* image = input.Data + (row * positions * stride), target = output.Data + (row * output.Stride);
            for (nint column = 0; column < channels; column += TInstructions.Count)
            {
                float* tap = image + column;
                TVector even = TInstructions.Load(tap), odd = even;
                nint left = positions - 1;
                for (tap += stride; left >= 2; left -= 2, tap += 2 * stride)
                {
                    even = Maximum<TInstructions, TVector>.Of(even, TInstructions.Load(tap));
                    odd = Maximum<TInstructions, TVector>.Of(odd, TInstructions.Load(tap + stride));
                }

                odd = left > 0 ? Maximum<TInstructions, TVector>.Of(odd, TInstructions.Load(tap)) : odd;
                TVector largest = Maximum<TInstructions, TVector>.Of(even, odd);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(largest, row, column), target + column);
            }
        }
    }
}
