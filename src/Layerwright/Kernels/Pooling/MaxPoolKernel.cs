using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The largest of each window, vector by vector of channels.</summary>
internal readonly unsafe struct MaxPoolKernel<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        bool isQuarter = window.Kernel == (2, 2) && window.Stride == (2, 2) && window.Pad == (0, 0);
        nint imageRow = window.Input.Width * (nint)input.Stride, line = 0;
        float* image = input.Data, target = output.Data;
        for (int i = 0; i < rows; i++, image += window.Input.Height * imageRow)
        {
            for (int y = 0; y < window.Output.Height; y++)
            {
                float* top = image + (vertical.First(y) * imageRow);
                if (isQuarter)
                {
                    Quarters<TInstructions, TVector>(top, target, line);
                    line += window.Output.Width;
                    target += window.Output.Width * (nint)output.Stride;
                    continue;
                }

                nint height = vertical.End(y) - vertical.First(y);
                for (int x = 0; x < window.Output.Width; x++, line++, target += output.Stride)
                {
                    nint first = horizontal.First(x), width = horizontal.End(x) - first;
                    Largest<TInstructions, TVector>(top + (first * input.Stride), height, width, target, line);
                }
            }
        }
    }

    /// <summary>One row of output positions, each the largest of 2 × 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Quarters<TInstructions, TVector>(float* top, float* target, nint line)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, below = window.Input.Width * stride, channels = input.Columns, end = line + window.Output.Width;
        for (; line < end; line++, top += 2 * stride, target += output.Stride)
        {
            for (nint column = 0; column < channels; column += TInstructions.Count)
            {
                float* tap = top + column;
                TVector upper = Maximum<TInstructions, TVector>.Of(TInstructions.Load(tap), TInstructions.Load(tap + stride));
                TVector lower = Maximum<TInstructions, TVector>.Of(TInstructions.Load(tap + below), TInstructions.Load(tap + below + stride));
                TVector largest = Maximum<TInstructions, TVector>.Of(upper, lower);
                TInstructions.Store(epilogue.Apply<TInstructions, TVector>(largest, line, column), target + column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Largest<TInstructions, TVector>(float* corner, nint height, nint width, float* target, nint line)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, imageRow = window.Input.Width * stride, channels = input.Columns;
        for (nint column = 0; column < channels; column += TInstructions.Count)
        {
            float* left = corner + column;
            TVector largest = TInstructions.Load(left);
            for (nint y = 0; y < height; y++, left += imageRow)
            {
                float* tap = left;
                for (nint x = 0; x < width; x++, tap += stride)
                {
                    largest = Maximum<TInstructions, TVector>.Of(largest, TInstructions.Load(tap));
                }
            }

            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(largest, line, column), target + column);
        }
    }
}
