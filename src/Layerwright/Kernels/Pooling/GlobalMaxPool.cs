using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>The largest over all positions of an image or a sequence, channel by channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GlobalMaxPool
{
    /// <summary>output = epilogue(largest over the positions). NaN gives NaN.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows · positions, channels], padded.</param>
    /// <param name="positions">Positions of an image.</param>
    /// <param name="output">[rows, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, int positions, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new GlobalMaxPoolKernel<TEpilogue>(rows, input, positions, output, epilogue));

    /// <summary>Gives each channel's gradient to its largest position, the first of equal ones, through the epilogue.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows, channels], padded with zeros.</param>
    /// <param name="input">What was pooled, [rows · positions, channels], padded.</param>
    /// <param name="positions">Positions of an image.</param>
    /// <param name="inputGradient">Receives the input's gradient, padding 0; may be the input's own place.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(
        int rows, Tensor gradient, Tensor input, int positions, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new GlobalMaxPoolGradientKernel<TEpilogue>(rows, gradient, input, positions, inputGradient, epilogue));
}
