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
        nint width = PanelLayout.WidthOf(panel, weights.Outputs);
        float* panelWeights = weights.Data + PanelLayout.PanelOffset(panel, weights.Inputs);
        foreach (WindowRegion region in new WindowRegions(window, isBackward))
        {
            RegionLayout layout = new(region, window, isBackward, isTurned: false, source.Stride, width);
            for (nint image = 0; image < images; image++)
            {
                float* from = source.Data + layout.Source + image * layout.Image.Step;
                nint line = layout.Line + image * layout.Image.Lines;
                for (nint i = 0; i < layout.Other.Count; i++, from += layout.Other.Step, line += layout.Other.Lines)
                {
                    for (nint lane = 0; lane < width; lane += TInstructions.Count)
                    {
                        nint column = (nint)panel * 2 * TInstructions.Count + lane;
                        DepthwiseTile<TInstructions, TVector>.Run(
                            layout.Along.Count,
                            from + column,
                            layout.Along.Step,
                            panelWeights + layout.FirstWeight + lane,
                            layout.Taps,
                            new LineTarget<TLink>(target, line, layout.Along.Lines, column, link));
                    }
                }
            }
        }
    }
}
