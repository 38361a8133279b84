using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// The maximum over the pieces of a maxout layer. A row holds piece after piece, each with all units: the maximum is taken over
/// whole vectors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class PieceMaximum
{
    /// <summary>output[r, u] = epilogue(maxₚ input[r, p·units + u]). NaN gives NaN.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, pieces·units], padded.</param>
    /// <param name="pieces">Pieces of each unit.</param>
    /// <param name="output">[rows, units], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, int pieces, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new PieceMaximumKernel<TEpilogue>(rows, input, input.Columns / pieces, output, epilogue));

    /// <summary>Gives each unit's gradient to the piece that was the maximum, the first of equal ones; 0 to the others.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">[rows, units], padded with zeros.</param>
    /// <param name="input">The pieces, [rows, pieces·units], padded.</param>
    /// <param name="inputGradient">Receives their gradient, padding 0; may be the pieces' own place.</param>
    public static void Gradient(int rows, Tensor gradient, Tensor input, Tensor inputGradient) =>
        VectorWidth.Run(new PieceGradientKernel(rows, gradient, input, inputGradient));
}
