using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>Each position's sum over the windows that cover it, of their gradients times a share: nothing is added up in memory.</summary>
internal readonly unsafe struct OverlappingAveragePoolGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Window window, float? share, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        nint line = 0;
        float* slopes = gradient.Data;
        for (int i = 0; i < rows; i++, slopes += window.OutputPositions * (nint)gradient.Stride)
        {
            for (int y = 0; y < window.Input.Height; y++)
            {
                int top = vertical.FirstWindow(y), bottom = vertical.EndWindow(y);
                for (int x = 0; x < window.Input.Width; x++, line++)
                {
                    Gather<TInstructions, TVector>(
                        slopes, top, bottom, horizontal.FirstWindow(x), horizontal.EndWindow(x), vertical, horizontal, line);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Gather<TInstructions, TVector>(
        float* slopes, int top, int bottom, int left, int right, PoolAxis vertical, PoolAxis horizontal, nint line)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint channels = inputGradient.Columns, stride = gradient.Stride, gradientRow = window.Output.Width * stride;
        float* target = inputGradient.Data + (line * inputGradient.Stride), corner = slopes + (top * gradientRow) + (left * stride);
        TVector each = TInstructions.Broadcast(share ?? 1);
        for (nint column = 0; column < channels; column += TInstructions.Count, corner += TInstructions.Count)
        {
            TVector sum = TInstructions.Zero;
            float* row = corner;
            for (int y = top; y < bottom; y++, row += gradientRow)
            {
                float* source = row;
                for (int x = left; x < right; x++, source += stride)
                {
                    if (share is null)
                    {
                        float taps = (vertical.End(y) - vertical.First(y)) * (horizontal.End(x) - horizontal.First(x));
                        each = TInstructions.Broadcast(1 / taps);
                    }

                    sum = TInstructions.MultiplyAdd(TInstructions.Load(source), each, sum);
                }
            }

            TInstructions.Store(epilogue.Apply<TInstructions, TVector>(sum, line, column), target + column);
        }
    }
}
