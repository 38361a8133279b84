using System.Runtime.CompilerServices;

namespace Layerwright.Kernels;

/// <summary>
/// The window of a forward convolution as its weight gradient walks over it: which positions see a tap inside the image, and where
/// their input and gradient lie.
/// </summary>
internal readonly unsafe struct GradientWindow(Tensor input, Tensor gradient, Window window, GradientChunks chunk)
{
    /// <summary>Begins the sums of a panel, and of the bias's where it has one.</summary>
    public void Clear(int index)
    {
        GradientPanel panel = chunk.Panel(index);
        new Span<float>(chunk.Data + panel.Offset, panel.Width * chunk.Inputs).Clear();
        nint column = (nint)index * VectorWidth.PanelWidth;
        if (chunk.HasBias && column < chunk.Outputs)
        {
            new Span<float>(chunk.Data + chunk.BiasOffset + column, PanelLayout.WidthOf(index, chunk.Outputs)).Clear();
        }
    }

    /// <summary>Adds a part's gradient to the bias, where it has such a panel.</summary>
    public void AddBias<TInstructions, TVector>(int index, ImagePart part)
        where TInstructions : struct, IInstructionSet<TVector>
        where TVector : unmanaged
    {
        nint column = (nint)index * 2 * TInstructions.Count;
        if (!chunk.HasBias || column >= chunk.Outputs)
        {
            return;
        }

        // The lines of a part follow one another: whole images, or rows of one.
        nint lines = (nint)part.Images * part.Rows * window.Output.Width;
        float* first = GradientAt(part, part.FirstRow, 0) + column;
        AddingSink sink = new(chunk.Data + chunk.BiasOffset);
        if (column + TInstructions.Count < chunk.Outputs)
        {
            BiasGradient<TInstructions, TVector>.Run<Two, AddingSink>(lines, first, gradient.Stride, column, sink);
        }
        else
        {
            BiasGradient<TInstructions, TVector>.Run<One, AddingSink>(lines, first, gradient.Stride, column, sink);
        }
    }

    /// <summary>The part's rows of outputs whose tap is inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) RowsInside(int tap, ImagePart part)
    {
        var (first, end) = Inside(tap, window.Input.Height, window.Output.Height, window.Stride.Height, window.Pad.Height, window.Dilation.Height);
        return (Math.Max(first, part.FirstRow), Math.Min(end, part.FirstRow + part.Rows));
    }

    /// <summary>The columns of outputs whose tap is inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) ColumnsInside(int tap) =>
        Inside(tap, window.Input.Width, window.Output.Width, window.Stride.Width, window.Pad.Width, window.Dilation.Width);

    /// <summary>The columns of outputs that see all of some neighbouring taps; after the end of the row, for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int First, int End) ColumnsInside(int firstTap, int taps)
    {
        int first = ColumnsInside(firstTap).First, end = ColumnsInside(firstTap + taps - 1).End;
        return first < end ? (first, end) : (window.Output.Width, window.Output.Width);
    }

    /// <summary>
    /// Neighbouring taps of a row with columns of outputs that see them: first the columns that see all of them, then each other
    /// column with the taps that it sees.
    /// </summary>
    public TapColumns Columns(int firstTap, int taps) => new(this, firstTap, taps, window.Output.Width);

    /// <summary>The taps among some neighbours that one column of outputs sees.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int End) TapsInside(int column, int firstTap, int taps)
    {
        int origin = column * window.Stride.Width - window.Pad.Width, dilation = window.Dilation.Width;
        int first = origin < 0 ? (-origin + dilation - 1) / dilation : 0;
        int end = origin < window.Input.Width ? (window.Input.Width - 1 - origin) / dilation + 1 : 0;
        return (Math.Max(first, firstTap), Math.Min(end, firstTap + taps));
    }

    /// <summary>Rows and columns of a part's outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PositionRun Positions(ImagePart part, (int First, int End) rows, (int First, int End) columns) => PositionRun.Of(
        new(part.Images, (nint)window.InputPositions * input.Stride, (nint)window.OutputPositions * gradient.Stride),
        new(rows.End - rows.First, (nint)window.Stride.Height * window.Input.Width * input.Stride, (nint)window.Output.Width * gradient.Stride),
        new(columns.End - columns.First, (nint)window.Stride.Width * input.Stride, gradient.Stride));

    /// <summary>The gradient of an output of the part's first image.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* GradientAt(ImagePart part, int row, int column) =>
        gradient.Data + ((nint)part.FirstImage * window.OutputPositions + (nint)row * window.Output.Width + column) * gradient.Stride;

    /// <summary>The input that a tap of that output meets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* InputAt(ImagePart part, int row, int column, int tapRow, int tapColumn)
    {
        nint y = row * window.Stride.Height - window.Pad.Height + tapRow * window.Dilation.Height;
        nint x = column * window.Stride.Width - window.Pad.Width + tapColumn * window.Dilation.Width;
        return input.Data + ((nint)part.FirstImage * window.InputPositions + y * window.Input.Width + x) * input.Stride;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int First, int End) Inside(int tap, int input, int output, int stride, int pad, int dilation)
    {
        int offset = tap * dilation - pad;
        int first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
        int end = input - offset <= 0 ? 0 : (input - offset - 1) / stride + 1;
        return (Math.Min(output, first), Math.Min(output, end));
    }
}
