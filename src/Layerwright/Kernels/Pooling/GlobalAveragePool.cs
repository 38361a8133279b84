using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>The mean over all positions of an image or a sequence, channel by channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GlobalAveragePool
{
    /// <summary>output = epilogue(mean over the positions).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows · positions, channels], padded.</param>
    /// <param name="positions">Positions of an image.</param>
    /// <param name="output">[rows, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, int positions, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new GlobalAveragePoolKernel<TEpilogue>(rows, input, positions, output, epilogue));

    /// <summary>Gives every position an equal share of its channel's gradient, through the epilogue.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows, channels], padded with zeros.</param>
    /// <param name="positions">Positions of an image.</param>
    /// <param name="inputGradient">Receives the input's gradient, [rows · positions, channels], padding 0.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(int rows, Tensor gradient, int positions, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new GlobalAveragePoolGradientKernel<TEpilogue>(rows, gradient, positions, inputGradient, epilogue));
}
