using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>A frame of zeros around channels-last images.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ZeroPadding
{
    /// <summary>output = epilogue(input inside the frame, 0 in it).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows · positions, channels], padded.</param>
    /// <param name="window">One position wide: it sees the image with its frame.</param>
    /// <param name="output">[rows · positions with the frame, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new ZeroPaddingKernel<TEpilogue>(rows, input, window, output, epilogue));

    /// <summary>What lies inside the frame, through the epilogue.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows · positions with the frame, channels], padded with zeros.</param>
    /// <param name="window">As in <see cref="Run"/>.</param>
    /// <param name="inputGradient">Receives the input's gradient, padding 0.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(int rows, Tensor gradient, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new CroppingKernel<TEpilogue>(rows, gradient, window, inputGradient, epilogue));
}
