using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// A depthwise convolution over a block of images, forward or its input gradient: whole vectors of channels, each with its own
/// weights. Only taps inside the images are multiplied.
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
        int lines = images * (isBackward ? window.InputPositions : window.OutputPositions);
        for (int panel = 0; panel < PanelLayout.PanelCount(weights.Outputs); panel++)
        {
            nint first = (nint)panel * 2 * TInstructions.Count, end = Math.Min(first + 2 * TInstructions.Count, weights.Outputs);
            if (TEpilogue.IsLight)
            {
                Panel<TInstructions, TVector, TEpilogue>(panel, epilogue);
            }
            else
            {
                Panel<TInstructions, TVector, None>(panel, default);
                Pass<TInstructions, TVector>.Run(lines, target.Data, target.Stride, target.Data, target.Stride, first, end, epilogue);
            }

            observer.Observe<TInstructions, TVector>(lines, first, end);
        }
    }

    private void Panel<TInstructions, TVector, TLink>(int panel, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        foreach (WindowRegion region in new WindowRegions(window, isBackward))
        {
            Region<TInstructions, TVector, TLink>(panel, region, link);
        }
    }

    /// <summary>Places that share their taps: the tile runs along the image, or down it where that is longer.</summary>
    private void Region<TInstructions, TVector, TLink>(int panel, in WindowRegion region, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        ConvolutionAxis vertical = region.Vertical, horizontal = region.Horizontal;
        TapSpan down = region.Down, across = region.Across;
        var (height, width) = isBackward ? window.Output : window.Input;
        var (targetHeight, targetWidth) = isBackward ? window.Input : window.Output;
        nint line = source.Stride, panelWidth = PanelLayout.WidthOf(panel, weights.Outputs);

        // An axis of an input gradient counts taps from the last: these weights are not turned.
        nint tapRow = vertical.FirstWeight + down.FirstTap * vertical.WeightStep, tapColumn = horizontal.FirstWeight + across.FirstTap * horizontal.WeightStep;
        int direction = isBackward ? -1 : 1;
        if (isBackward)
        {
            tapRow = window.Kernel.Height - 1 - tapRow;
            tapColumn = window.Kernel.Width - 1 - tapColumn;
        }

        float* first = weights.Data + PanelLayout.PanelOffset(panel, weights.Inputs) + (tapRow * window.Kernel.Width + tapColumn) * panelWidth;
        TapRuns taps = new()
        {
            Columns = across.Taps,
            Rows = down.Taps,
            ColumnStep = horizontal.TapStep * line,
            ColumnWeights = direction * horizontal.WeightStep * panelWidth,
            RowStep = vertical.TapStep * width * line,
            RowWeights = direction * vertical.WeightStep * window.Kernel.Width * panelWidth,
        };
        nint top = vertical.Start + down.First * vertical.Stride + down.FirstTap * vertical.TapStep;
        nint left = horizontal.Start + across.First * horizontal.Stride + across.FirstTap * horizontal.TapStep;
        nint targetTop = vertical.FirstPlace + down.First * vertical.PlaceStep, targetLeft = horizontal.FirstPlace + across.First * horizontal.PlaceStep;
        (nint Count, nint Step, nint Lines) along = (across.Count, horizontal.Stride * line, horizontal.PlaceStep);
        (nint Count, nint Step, nint Lines) other = (down.Count, vertical.Stride * width * line, vertical.PlaceStep * targetWidth);
        if (other.Count > along.Count)
        {
            (along, other) = (other, along);
        }

        for (nint image = 0; image < images; image++)
        {
            float* from = source.Data + ((image * height + top) * width + left) * line;
            nint to = (image * targetHeight + targetTop) * targetWidth + targetLeft;
            for (nint i = 0; i < other.Count; i++, from += other.Step, to += other.Lines)
            {
                for (nint lane = 0; lane < panelWidth; lane += TInstructions.Count)
                {
                    nint column = (nint)panel * 2 * TInstructions.Count + lane;
                    DepthwiseTile<TInstructions, TVector>.Run(
                        along.Count, from + column, along.Step, first + lane, taps, new LineTarget<TLink>(target, to, along.Lines, column, link));
                }
            }
        }
    }
}
