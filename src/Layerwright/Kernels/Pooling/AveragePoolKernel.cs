using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>The sum of each window times a share, vector by vector of channels; without a share the mean of the positions in the image.</summary>
internal readonly unsafe struct AveragePoolKernel<TEpilogue>(
    int rows, Tensor input, Window window, float? share, Tensor output, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        nint imageRow = window.Input.Width * (nint)input.Stride, line = 0;
        float* image = input.Data, target = output.Data;
        for (int i = 0; i < rows; i++, image += window.Input.Height * imageRow)
        {
            for (int y = 0; y < window.Output.Height; y++)
            {
                float* top = image + (vertical.First(y) * imageRow);
                int height = vertical.End(y) - vertical.First(y);
                for (int x = 0; x < window.Output.Width; x++, line++, target += output.Stride)
                {
                    int first = horizontal.First(x), width = horizontal.End(x) - first;
                    TVector factor = TInstructions.Broadcast(share ?? 1f / (height * width));
                    Mean<TInstructions, TVector>(top + (first * (nint)input.Stride), height, width, factor, target, line);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mean<TInstructions, TVector>(float* corner, nint height, nint width, TVector factor, float* target, nint line)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, imageRow = window.Input.Width * stride, channels = input.Columns;
        for (nint column = 0; column < channels; column += TInstructions.Count)
        {
            float* left = corner + column;
            TVector sum = TInstructions.Zero;
            for (nint y = 0; y < height; y++, left += imageRow)
            {
                float* tap = left;
                for (nint x = 0; x < width; x++, tap += stride)
                {
                    sum = TInstructions.Add(sum, TInstructions.Load(tap));
                }
            }

            TVector mean = TInstructions.Multiply(sum, factor);
            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(mean, line, column), target + column);
        }
    }
}
