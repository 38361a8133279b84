namespace Layerwright.Kernels;

/// <summary>
/// Where packed weights lie: panels of <see cref="VectorWidth.PanelWidth"/> outputs, inside a panel one short row an input.
/// Outputs are padded to a whole vector, so the last panel is one or two vectors wide.
/// </summary>
internal static class PanelLayout
{
    /// <summary>Strides of a multiple of this many floats make rows share an eighth of the first-level cache's sets, or fewer.</summary>
    private const int AliasingFloats = 128;

    /// <summary>The next whole number of vectors.</summary>
    public static int RoundUp(int length) => (length + VectorWidth.Count - 1) / VectorWidth.Count * VectorWidth.Count;

    /// <summary>
    /// Elements from row to row for rows of <paramref name="columns"/>: whole vectors, and a line more where the rows would
    /// otherwise fall on the same few sets of the first-level cache.
    /// </summary>
    public static int RowStride(int columns)
    {
        int stride = RoundUp(columns);
        return stride % AliasingFloats == 0 ? stride + CacheLine.Floats : stride;
    }

    /// <summary>Panels of a matrix with that many outputs.</summary>
    public static int PanelCount(int outputs) => (outputs + VectorWidth.PanelWidth - 1) / VectorWidth.PanelWidth;

    /// <summary>Outputs of one panel, padding included: two vectors, or one.</summary>
    public static int WidthOf(int panel, int outputs) =>
        Math.Min(VectorWidth.PanelWidth, RoundUp(outputs) - panel * VectorWidth.PanelWidth);

    /// <summary>Elements of the whole packed matrix, padding included.</summary>
    public static long PackedLength(int inputs, int outputs) => (long)inputs * RoundUp(outputs);

    /// <summary>Where a panel starts; all panels before it are full.</summary>
    public static nint PanelOffset(int panel, int inputs) => (nint)panel * VectorWidth.PanelWidth * inputs;

    /// <summary>Where one weight lies.</summary>
    public static nint Offset(int input, int output, int inputs, int outputs)
    {
        int panel = output / VectorWidth.PanelWidth;
        return PanelOffset(panel, inputs) + (nint)input * WidthOf(panel, outputs) + output % VectorWidth.PanelWidth;
    }
}
