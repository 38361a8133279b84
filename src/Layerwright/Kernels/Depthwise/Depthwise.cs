using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Depthwise convolutions: every channel is convolved by itself, into one output or as many as the multiplier says (outputs of a
/// channel stand together). Weights are packed [taps, outputs].
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Depthwise
{
    /// <summary>output[position, n] = epilogue(Σ over taps of input[position + tap, n / multiplier] · weights[tap, n]).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows, input positions, channels], padded.</param>
    /// <param name="weights">Packed weights.</param>
    /// <param name="window">The geometry.</param>
    /// <param name="output">[rows, output positions, channels · multiplier], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, PackedMatrix weights, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, input, weights, window, output, epilogue, default(Unobserved));

    /// <summary>The same, and an observer looks at each panel of the output.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows, input positions, channels], padded.</param>
    /// <param name="weights">Packed weights.</param>
    /// <param name="window">The geometry.</param>
    /// <param name="output">[rows, output positions, channels · multiplier], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    /// <param name="observer">Looks at the output, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor input, PackedMatrix weights, Window window, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        if (input.Columns == weights.Outputs)
        {
            VectorWidth.Run(new DepthwisePass<TEpilogue, TObserver>(rows, input, weights, window, false, output, epilogue, observer));
        }
        else
        {
            VectorWidth.Run(new MultipliedDepthwise<TEpilogue, TObserver>(rows, input, weights, window, false, output, epilogue, observer));
        }
    }
}
