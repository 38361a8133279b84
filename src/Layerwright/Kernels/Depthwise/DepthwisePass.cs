namespace Layerwright.Kernels;

/// <summary>
/// A depthwise convolution over a block of images, forward or its input gradient: whole vectors of channels, each with its own
/// weights. Only taps inside the images are multiplied.
/// </summary>
internal readonly unsafe struct DepthwisePass<TEpilogue, TObserver>(
    int images, Tensor source, PackedMatrix weights, Window window, bool isBackward, Tensor target, TEpilogue epilogue, TObserver observer) : IKernel, IPanelKernel
    where TEpilogue : struct, IEpilogue
    where TObserver : struct, IObserver
{
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        int lines = images * (isBackward ? window.InputPositions : window.OutputPositions);
        Panels<TInstructions, TVector>.Run(this, lines, target, weights.Outputs, epilogue, observer);
    }

    public void Panel<TInstructions, TVector, TLink>(nint column, TLink link)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TLink : struct, IEpilogue
    {
        int panel = (int)(column / (2 * TInstructions.Count));
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
                        DepthwiseTile<TInstructions, TVector>.Run(
                            layout.Along.Count,
                            from + column + lane,
                            layout.Along.Step,
                            panelWeights + layout.FirstWeight + lane,
                            layout.Taps,
                            new LineTarget<TLink>(target, line, layout.Along.Lines, column + lane, link));
                    }
                }
            }
        }
    }
}
