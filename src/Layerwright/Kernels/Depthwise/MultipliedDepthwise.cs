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
        var rows = DepthwiseAxis.Rows(window, isBackward);
        var columns = DepthwiseAxis.Columns(window, isBackward);
        int line = 0;
        for (int image = 0; image < images; image++)
        {
            for (int row = 0; row < rows.Places; row++)
            {
                for (int column = 0; column < columns.Places; column++, line++)
                {
                    Position(image, row, column, rows, columns, new(target.Data + (nint)line * target.Stride, PanelLayout.RoundUp(target.Columns)));
                }
            }
        }

        Pass<TInstructions, TVector>.Run(line, target.Data, target.Stride, target.Data, target.Stride, 0, target.Columns, epilogue);
        observer.Observe<TInstructions, TVector>(line, 0, target.Columns);
    }

    private void Position(int image, int row, int column, in DepthwiseAxis rows, in DepthwiseAxis columns, Span<float> sums)
    {
        sums.Clear();
        for (int y = 0; y < rows.Taps; y++)
        {
            if (!rows.Meets(row, y, out int fromRow) || !rows.IsInside(fromRow))
            {
                continue;
            }

            for (int x = 0; x < columns.Taps; x++)
            {
                if (columns.Meets(column, x, out int fromColumn) && columns.IsInside(fromColumn))
                {
                    nint from = ((nint)image * rows.Sources + fromRow) * columns.Sources + fromColumn;
                    Tap(y * columns.Taps + x, source.Data + from * source.Stride, sums);
                }
            }
        }
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
