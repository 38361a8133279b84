using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Each position of a channels-last image repeated over a rectangle: the nearest neighbour.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Upsample
{
    /// <summary>output = epilogue(input, repeated).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows · positions, channels], padded.</param>
    /// <param name="window">The pooling that would undo it: it slides over the large image, a rectangle at a time.</param>
    /// <param name="output">The large images, [rows · positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        AveragePool.Spread(rows, input, window, 1f, output, epilogue);

    /// <summary>The sum over each position's copies, through the epilogue.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">Of the large images, padded with zeros.</param>
    /// <param name="window">As in <see cref="Run"/>.</param>
    /// <param name="inputGradient">Receives the input's gradient, padding 0.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(int rows, Tensor gradient, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new AveragePoolKernel<TEpilogue>(rows, gradient, window, 1f, inputGradient, epilogue));
}
