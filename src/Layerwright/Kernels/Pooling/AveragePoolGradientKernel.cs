using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each window's gradient times a share to all its positions, where windows do not overlap: every position is written once.</summary>
internal readonly unsafe struct AveragePoolGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Window window, float? share, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        nint image = 0;
        float* slopes = gradient.Data;
        for (int i = 0; i < rows; i++, image += window.InputPositions)
        {
            for (int y = 0; y < window.Output.Height; y++)
            {
                int top = vertical.First(y), height = vertical.End(y) - top;
                for (int x = 0; x < window.Output.Width; x++, slopes += gradient.Stride)
                {
                    int left = horizontal.First(x), width = horizontal.End(x) - left;
                    TVector factor = TInstructions.Broadcast(share ?? 1f / (height * width));
                    nint corner = image + (top * (nint)window.Input.Width) + left;
                    Fill<TInstructions, TVector>(corner, height, width, factor, slopes);
                }
            }
        }

        PoolGaps<TInstructions, TVector>.Write(rows, window, inputGradient, epilogue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Fill<TInstructions, TVector>(nint corner, int height, int width, TVector factor, float* slopes)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = inputGradient.Stride, channels = inputGradient.Columns;
        for (nint column = 0; column < channels; column += TInstructions.Count)
        {
            TVector each = TInstructions.Multiply(TInstructions.Load(slopes + column), factor);
            nint row = corner;
            for (int y = 0; y < height; y++, row += window.Input.Width)
            {
                for (nint line = row; line < row + width; line++)
                {
                    TInstructions.Store(
                        epilogue.Apply<TInstructions, TVector>(each, line, column), inputGradient.Data + (line * stride) + column);
                }
            }
        }
    }
}
