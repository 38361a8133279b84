namespace Layerwright.Kernels;

/// <summary>
/// A grouped convolution over a block of images, or its input gradient: the groups' windows of channels one after the other, then the
/// epilogue over what they have stored, since a group need not end where a vector does.
/// </summary>
internal readonly unsafe struct GroupedConvolution<TEpilogue, TObserver>(
    int images, Tensor input, PackedMatrix weights, Window window, bool isBackward, Tensor output, TEpilogue epilogue, TObserver observer) : IKernel
    where TEpilogue : struct, IEpilogue
    where TObserver : struct, IObserver
{
    public void Run<TInstructions, TVector>()
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        for (int group = 0; group < weights.Groups; group++)
        {
            PackedMatrix matrix = weights.Group(group);
            for (int panel = 0; panel < PanelLayout.PanelCount(matrix.Outputs); panel++)
            {
                if (PanelLayout.WidthOf(panel, matrix.Outputs) > TInstructions.Count)
                {
                    Panel<TInstructions, TVector, Two>(group, matrix, panel);
                }
                else
                {
                    Panel<TInstructions, TVector, One>(group, matrix, panel);
                }
            }
        }

        int lines = images * (isBackward ? window.InputPositions : window.OutputPositions), padded = PanelLayout.RoundUp(output.Columns);
        for (int line = 0; line < lines && padded > output.Columns; line++)
        {
            new Span<float>(output.Data + (nint)line * output.Stride, padded)[output.Columns..].Clear();
        }

        if (typeof(TEpilogue) != typeof(None))
        {
            Pass<TInstructions, TVector>.Run(lines, output.Data, output.Stride, output.Data, output.Stride, 0, output.Columns, epilogue);
        }

        observer.Observe<TInstructions, TVector>(lines, 0, output.Columns);
    }

    private void Panel<TInstructions, TVector, TColumns>(int group, PackedMatrix matrix, int panel)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
        where TColumns : unmanaged
    {
        nint width = PanelLayout.WidthOf(panel, matrix.Outputs), channels = matrix.Inputs / window.Taps;
        nint column = panel * VectorWidth.PanelWidth, columns = Math.Min(width, matrix.Outputs - column);
        ConvolutionTiles<TInstructions, TVector>.Run<TColumns, PartTarget>(
            images,
            input.Data + group * channels,
            input.Stride,
            channels,
            matrix.Data + PanelLayout.PanelOffset(panel, matrix.Inputs),
            width,
            window,
            isBackward,
            new PartTarget(output.Data + group * matrix.Outputs + column, output.Stride, 1, columns));
    }
}
