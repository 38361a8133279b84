using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Convolutions of a block of images with packed weights, whose inputs are [tap][channel].</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Convolution
{
    /// <summary>output[n, y, x, f] = epilogue(Σ over taps and channels of input at the tap · weights[tap, channel, f]).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">Images of the window's input size, a line each position; nothing beyond its columns is read.</param>
    /// <param name="weights">Packed weights, taps · channels inputs.</param>
    /// <param name="window">How the taps lie.</param>
    /// <param name="output">Images of the window's output size, padded lines.</param>
    /// <param name="epilogue">What follows in registers; its rows are the output's lines.</param>
    public static void Run<TEpilogue>(
        int rows, Tensor input, PackedMatrix weights, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, input, weights, window, output, epilogue, default(Unobserved));

    /// <summary>The same, and an observer looks at each panel of the output when all of the block's lines are there.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">Images of the window's input size, a line each position; nothing beyond its columns is read.</param>
    /// <param name="weights">Packed weights, taps · channels inputs.</param>
    /// <param name="window">How the taps lie.</param>
    /// <param name="output">Images of the window's output size, padded lines.</param>
    /// <param name="epilogue">What follows in registers; its rows are the output's lines.</param>
    /// <param name="observer">Looks at the output, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor input, PackedMatrix weights, Window window, Tensor output, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        if (weights.Groups > 1)
        {
            VectorWidth.Run(new GroupedConvolution<TEpilogue, TObserver>(rows, input, weights, window, false, output, epilogue, observer));
        }
        else
        {
            VectorWidth.Run(new ConvolutionKernel<TEpilogue, TObserver>(rows, input, weights, window, false, output, epilogue, observer));
        }
    }
}
