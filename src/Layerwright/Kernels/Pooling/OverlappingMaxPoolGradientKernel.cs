using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// Each window's gradient to its winner, where windows overlap: shares are added up in the input's gradient, image row by image row;
/// a row that no later window reaches goes through the epilogue while it is in the cache.
/// </summary>
internal readonly unsafe struct OverlappingMaxPoolGradientKernel<TEpilogue>(
    int rows, Tensor gradient, Tensor input, Window window, Tensor inputGradient, TEpilogue epilogue) : IKernel
    where TEpilogue : struct, IEpilogue
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        PoolAxis vertical = PoolAxis.Vertical(window), horizontal = PoolAxis.Horizontal(window);
        int last = window.Output.Height - 1;
        nint image = 0;
        float* slopes = gradient.Data;
        for (int i = 0; i < rows; i++, image += window.InputPositions)
        {
            int cleared = 0, finished = 0;
            for (int y = 0; y <= last; y++)
            {
                int top = vertical.First(y), end = vertical.End(y);
                cleared = Clear(image, cleared, y == last ? window.Input.Height : end);
                for (int x = 0; x < window.Output.Width; x++, slopes += gradient.Stride)
                {
                    int left = horizontal.First(x);
                    nint corner = image + (top * (nint)window.Input.Width) + left;
                    Add<TInstructions, TVector>(corner, end - top, horizontal.End(x) - left, slopes);
                }

                int ready = y == last ? window.Input.Height : Math.Min(cleared, vertical.First(y + 1));
                finished = Finish<TInstructions, TVector>(image, finished, ready);
            }
        }
    }

    /// <summary>Makes image rows ready to add to; returns the first that is not.</summary>
    private int Clear(nint image, int first, int end)
    {
        nint lines = Math.Max(0, end - first) * (nint)window.Input.Width;
        nint line = image + (first * (nint)window.Input.Width);
        int padded = PanelLayout.RoundUp(inputGradient.Columns);
        for (nint i = 0; i < lines; i++)
        {
            new Span<float>(inputGradient.Data + ((line + i) * inputGradient.Stride), padded).Clear();
        }

        return Math.Max(first, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add<TInstructions, TVector>(nint corner, int height, int width, float* slopes)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint stride = input.Stride, targetStride = inputGradient.Stride, channels = input.Columns, columns = width;
        nint imageRow = window.Input.Width * stride, targetRow = window.Input.Width * targetStride;
        float* source = input.Data + (corner * stride), target = inputGradient.Data + (corner * targetStride);
        for (nint column = 0; column < channels; column += TInstructions.Count, source += TInstructions.Count, target += TInstructions.Count)
        {
            TVector largest = TInstructions.Load(source);
            float* row = source;
            for (int y = height; y > 0; y--, row += imageRow)
            {
                float* tap = row;
                for (nint x = columns; x > 0; x--, tap += stride)
                {
                    largest = TInstructions.Max(largest, TInstructions.Load(tap));
                }
            }

            TVector left = TInstructions.Load(slopes + column);
            float* sumRow = target;
            row = source;
            for (int y = height; y > 0; y--, row += imageRow, sumRow += targetRow)
            {
                float* tap = row, sum = sumRow;
                for (nint x = columns; x > 0; x--, tap += stride, sum += targetStride)
                {
                    TVector isSmaller = TInstructions.GreaterThan(largest, TInstructions.Load(tap));
                    TVector share = TInstructions.Select(isSmaller, TInstructions.Zero, left);
                    TInstructions.Store(TInstructions.Add(TInstructions.Load(sum), share), sum);
                    left = TInstructions.Select(isSmaller, left, TInstructions.Zero);
                }
            }
        }
    }

    /// <summary>Takes whole image rows through the epilogue; returns the first that is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Finish<TInstructions, TVector>(nint image, int first, int end)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        if (typeof(TEpilogue) != typeof(None))
        {
            nint line = image + (first * (nint)window.Input.Width), last = image + (end * (nint)window.Input.Width);
            for (; line < last; line++)
            {
                float* target = inputGradient.Data + (line * inputGradient.Stride);
                for (nint column = 0; column < inputGradient.Columns; column += TInstructions.Count)
                {
                    TVector sum = TInstructions.Load(target + column);
                    TInstructions.Store(epilogue.Apply<TInstructions, TVector>(sum, line, column), target + column);
                }
            }
        }

        return Math.Max(first, end);
    }
}
