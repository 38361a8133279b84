namespace Layerwright.CodeModel.Inference;

/// <summary>One axis of a transposed convolution, with the arguments that give its kernel and its padding.</summary>
/// <param name="KernelArgument">The argument that gives the kernel's size there.</param>
/// <param name="Input">The input's size.</param>
/// <param name="Kernel">The kernel's size, at least 1.</param>
/// <param name="Stride">Output positions from the kernel of one input position to the next one's, at least 1.</param>
/// <param name="PadArgument">The argument that says what is left out.</param>
/// <param name="Pad">Positions left out at each end.</param>
/// <param name="OutputPadding">Positions more at the end, as written.</param>
internal sealed record TransposedAxis(
    string KernelArgument, int Input, int Kernel, int Stride, string PadArgument, int Pad, int OutputPadding)
{
    /// <summary>The padding that leaves one position.</summary>
    public int MostPad => Input == 0 ? int.MaxValue : (int)Math.Min(int.MaxValue, (Unpadded - 1) / 2);

    /// <summary>The output's size; 0 where it is not known, or where more is left out than there is.</summary>
    public int Output => Input == 0 || Pad > MostPad ? 0 : (int)Math.Min(int.MaxValue, Unpadded - (2L * Pad));

    // As much as the stride or more is LW0008, whose fix writes 0.
    private long Unpadded => (Input - 1L) * Stride + Kernel + (OutputPadding < Stride ? OutputPadding : 0);
}
