namespace Layerwright.Kernels;

/// <summary>
/// A depthwise convolution with several outputs a channel, forward or its input gradient: outputs and channels do not lie lane under
/// lane, so it goes number by number, and the epilogue over what it has stored.
/// </summary>
internal readonly unsafe struct MultipliedDepthwise<TEpilogue, TObserver>(
    int images, Tensor source, PackedMatrix weights, Window window, bool isBackward, Tensor target, TEpilogue epilogue, TObserver observer) : IKernel
    where TEpilogue : struct, IEpilogue
    where TObserver : struct, IObserver
{
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        var (height, width) = isBackward ? window.Input : window.Output;
        int lines = images * height * width;
        for (int line = 0; line < lines; line++)
        {
            Position(line / (height * width), line / width % height, line % width, new(target.Data + (nint)line * target.Stride, PanelLayout.RoundUp(target.Columns)));
        }

        Pass<TInstructions, TVector>.Run(lines, target.Data, target.Stride, target.Data, target.Stride, 0, target.Columns, epilogue);
        observer.Observe<TInstructions, TVector>(lines, 0, target.Columns);
    }

    private void Position(int image, int row, int column, Span<float> sums)
    {
        sums.Clear();
        var (height, width) = isBackward ? window.Output : window.Input;
        for (int y = 0; y < window.Kernel.Height; y++)
        {
            for (int x = 0; x < window.Kernel.Width; x++)
            {
                if (Meets(row, y, window.Stride.Height, window.Pad.Height, window.Dilation.Height, height, out int fromRow)
                    && Meets(column, x, window.Stride.Width, window.Pad.Width, window.Dilation.Width, width, out int fromColumn))
                {
                    nint from = ((nint)image * height + fromRow) * width + fromColumn;
                    Tap(y * window.Kernel.Width + x, source.Data + from * source.Stride, sums);
                }
            }
        }
    }

    /// <summary>Whether a tap of a place falls on a position that is read.</summary>
    private bool Meets(int place, int tap, int stride, int pad, int dilation, int length, out int position)
    {
        position = isBackward ? place + pad - tap * dilation : place * stride - pad + tap * dilation;
        if (isBackward)
        {
            bool isBetween = position % stride != 0;
            position = isBetween ? -1 : position / stride;
        }

        return (uint)position < (uint)length;
    }

    private void Tap(int tap, float* from, Span<float> sums)
    {
        int multiplier = isBackward ? source.Columns / target.Columns : target.Columns / source.Columns;
        for (int output = 0; output < weights.Outputs; output++)
        {
            int channel = output / multiplier;
            float weight = weights.Data[PanelLayout.Offset(tap, output, weights.Inputs, weights.Outputs)];
            sums[isBackward ? channel : output] += from[isBackward ? output : channel] * weight;
        }
    }
}
