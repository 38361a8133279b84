using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// A depthwise convolution over a block of images, forward or, from the window's other side, its input gradient: whole vectors of
/// channels, each with its own weights. Only taps inside the images are multiplied.
/// </summary>
internal readonly unsafe struct DepthwisePass<TEpilogue, TObserver>(
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
        int lines = images * rows.Places * columns.Places;
        for (int panel = 0; panel < PanelLayout.PanelCount(weights.Outputs); panel++)
        {
            nint first = (nint)panel * 2 * TInstructions.Count, end = Math.Min(first + 2 * TInstructions.Count, weights.Outputs);
            if (TEpilogue.IsLight)
            {
                Panel<TInstructions, TVector, TEpilogue>(panel, rows, columns, epilogue);
            }
            else
            {
                Panel<TInstructions, TVector, None>(panel, rows, columns, default);
                Pass<TInstructions, TVector>.Run(lines, target.Data, target.Stride, target.Data, target.Stride, first, end, epilogue);
            }

            observer.Observe<TInstructions, TVector>(lines, first, end);
        }
    }

    private void Panel<TInstructions, TVector, TLink>(int panel, in DepthwiseAxis rows, in DepthwiseAxis columns, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        Span<TapOffset> rowTaps = stackalloc TapOffset[rows.Taps];
        for (int row = 0; row < rows.Places; row++)
        {
            int count = 0;
            for (int tap = 0; tap < rows.Taps; tap++)
            {
                if (rows.Meets(row, tap, out int from) && rows.IsInside(from))
                {
                    rowTaps[count++] = new(
                        (nint)from * columns.Sources * source.Stride,
                        (nint)tap * columns.Taps * PanelLayout.WidthOf(panel, weights.Outputs));
                }
            }

            for (int phase = 0; phase < columns.Phases; phase++)
            {
                Row<TInstructions, TVector, TLink>(panel, row, rows, rowTaps[..count], phase, columns, link);
            }
        }
    }

    /// <summary>The places of one row and one phase: in tiles where all taps are inside, one by one at the borders.</summary>
    private void Row<TInstructions, TVector, TLink>(
        int panel, int row, in DepthwiseAxis rows, ReadOnlySpan<TapOffset> rowTaps, int phase, in DepthwiseAxis columns, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        int places = (columns.Places - phase + columns.Phases - 1) / columns.Phases, step = columns.SourceStep;
        int left = 0, right = places;
        for (int tap = 0; tap < columns.Taps; tap++)
        {
            if (columns.Meets(phase, tap, out int from))
            {
                left = Math.Max(left, from < 0 ? (-from + step - 1) / step : 0);
                right = Math.Min(right, from < columns.Sources ? (columns.Sources - 1 - from) / step + 1 : 0);
            }
        }

        if (left >= right)
        {
            left = right = places;
        }

        Span<TapOffset> taps = stackalloc TapOffset[columns.Taps];
        Tiles<TInstructions, TVector, TLink>(panel, row, rows, rowTaps, phase, columns, taps, (left, right), link);
        for (int place = left == 0 ? right : 0; place < places; place = place + 1 == left ? right : place + 1)
        {
            Tiles<TInstructions, TVector, TLink>(panel, row, rows, rowTaps, phase, columns, taps, (place, place + 1), link);
        }
    }

    /// <summary>Places that meet the same taps inside.</summary>
    private void Tiles<TInstructions, TVector, TLink>(
        int panel,
        int row,
        in DepthwiseAxis rows,
        ReadOnlySpan<TapOffset> rowTaps,
        int phase,
        in DepthwiseAxis columns,
        Span<TapOffset> taps,
        (int First, int End) places,
        TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        if (places.First >= places.End)
        {
            return;
        }

        int count = 0, width = PanelLayout.WidthOf(panel, weights.Outputs);
        for (int tap = 0; tap < columns.Taps; tap++)
        {
            int from = 0;
            if (columns.Meets(phase, tap, out from) && columns.IsInside(from + places.First * columns.SourceStep))
            {
                taps[count++] = new((nint)from * source.Stride, (nint)tap * width);
            }
        }

        nint sourceStep = (nint)columns.SourceStep * source.Stride, sourceImage = (nint)rows.Sources * columns.Sources * source.Stride;
        float* panelWeights = weights.Data + PanelLayout.PanelOffset(panel, weights.Inputs);
        for (nint image = 0; image < images; image++)
        {
            float* from = source.Data + image * sourceImage + places.First * sourceStep;
            nint line = (image * rows.Places + row) * columns.Places + phase + (nint)places.First * columns.Phases;
            for (nint lane = 0; lane < width; lane += TInstructions.Count)
            {
                nint column = (nint)panel * 2 * TInstructions.Count + lane;
                DepthwiseTile<TInstructions, TVector>.Run(
                    places.End - places.First,
                    from + column,
                    sourceStep,
                    panelWeights + lane,
                    rowTaps,
                    taps[..count],
                    new PositionTarget<TLink>(target.Data + column, target.Stride, line, columns.Phases, column, link));
            }
        }
    }
}
