using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Each window's gradient to its winner, where windows do not overlap: window by window, every position is written once, and an
/// activation's derivative behind joins in registers.
/// </summary>
internal readonly unsafe struct MaxPoolGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Tensor input, Window window, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        bool isQuarter = window.Kernel == (2, 2) && window.Pad == (0, 0);
        nint image = 0;
        float* slopes = gradient.Data;
        for (int i = 0; i < rows; i++, image += window.InputPositions)
        {
            for (int y = 0; y < window.Output.Height; y++)
            {
                int top = vertical.First(y), height = vertical.End(y) - top;
                for (int x = 0; x < window.Output.Width; x++, slopes += gradient.Stride)
                {
                    int left = horizontal.First(x);
                    nint corner = image + (top * (nint)window.Input.Width) + left;
                    if (isQuarter)
                    {
                        Quarter<TInstructions, TVector>(corner, slopes);
                    }
                    else
                    {
                        Spread<TInstructions, TVector>(corner, height, horizontal.End(x) - left, slopes);
                    }
                }
            }
        }

        PoolGaps<TInstructions, TVector>.Write(rows, window, inputGradient, epilogue);
    }

    /// <summary>A window of 2 × 2, whose elements stay in registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Quarter<TInstructions, TVector>(nint corner, float* slopes)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, width = window.Input.Width, channels = input.Columns;
        for (nint column = 0; column < channels; column += TInstructions.Count)
        {
            float* tap = input.Data + (corner * stride) + column;
            TVector a = TInstructions.Load(tap), b = TInstructions.Load(tap + stride);
            tap += width * stride;
            TVector c = TInstructions.Load(tap), d = TInstructions.Load(tap + stride);
            TVector largest = TInstructions.Max(TInstructions.Max(a, b), TInstructions.Max(c, d));
            TVector left = TInstructions.Load(slopes + column);
            left = Give<TInstructions, TVector>(largest, a, left, corner, column);
            left = Give<TInstructions, TVector>(largest, b, left, corner + 1, column);
            left = Give<TInstructions, TVector>(largest, c, left, corner + width, column);
            Give<TInstructions, TVector>(largest, d, left, corner + width + 1, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Spread<TInstructions, TVector>(nint corner, int height, int width, float* slopes)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, channels = input.Columns;
        for (nint column = 0; column < channels; column += TInstructions.Count)
        {
            float* source = input.Data + column;
            TVector largest = TInstructions.Load(source + (corner * stride));
            nint position = corner;
            for (int y = 0; y < height; y++, position += window.Input.Width)
            {
                for (int x = 0; x < width; x++)
                {
                    largest = TInstructions.Max(largest, TInstructions.Load(source + ((position + x) * stride)));
                }
            }

            TVector left = TInstructions.Load(slopes + column);
            position = corner;
            for (int y = 0; y < height; y++, position += window.Input.Width)
            {
                for (int x = 0; x < width; x++)
                {
                    TVector value = TInstructions.Load(source + ((position + x) * stride));
                    left = Give<TInstructions, TVector>(largest, value, left, position + x, column);
                }
            }
        }
    }

    /// <summary>Writes one position's share, all or nothing, and returns what is left for those behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Give<TInstructions, TVector>(TVector largest, TVector value, TVector left, nint position, nint column)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        TVector isSmaller = TInstructions.GreaterThan(largest, value);
        TVector share = TInstructions.Select(isSmaller, TInstructions.Zero, left);
        float* target = inputGradient.Data + (position * inputGradient.Stride) + column;
        TInstructions.Store(epilogue.Apply<TInstructions, TVector>(share, position, column), target);
        return TInstructions.Select(isSmaller, left, TInstructions.Zero);
    }
}
