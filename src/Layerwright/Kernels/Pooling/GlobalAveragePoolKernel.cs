using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The mean of each channel over all positions. Sums are taken by runs of positions, so that large images do not drift.</summary>
internal readonly unsafe struct GlobalAveragePoolKernel<TEpilogue>(int rows, Tensor input, int positions, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    private const int PositionsInRun = 256;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, channels = input.Columns;
        TVector share = TInstructions.Broadcast(1f / positions);
        for (nint row = 0; row < rows; row++)
        {
            float* image = input.Data + (row * positions * stride), target = output.Data + (row * output.Stride);
            for (nint column = 0; column < channels; column += TInstructions.Count)
            {
                TVector total = TInstructions.Zero;
                for (nint first = 0; first < positions; first += PositionsInRun)
                {
                    nint count = Math.Min(positions - first, PositionsInRun);
                    total = TInstructions.Add(total, Sum<TInstructions, TVector>(image + (first * stride) + column, count));
                }

                TVector mean = TInstructions.Multiply(total, share);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(mean, row, column), target + column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Sum<TInstructions, TVector>(float* tap, nint count)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride;
        TVector even = TInstructions.Zero, odd = even;
        for (; count >= 2; count -= 2, tap += 2 * stride)
        {
            even = TInstructions.Add(even, TInstructions.Load(tap));
            odd = TInstructions.Add(odd, TInstructions.Load(tap + stride));
        }

        even = count > 0 ? TInstructions.Add(even, TInstructions.Load(tap)) : even;
        return TInstructions.Add(even, odd);
    }
}
