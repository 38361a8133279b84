using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Input gradients of convolutions: convolutions of the output's gradient with turned weights. They are transposed convolutions'
/// forward passes too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConvolutionInputGradient
{
    /// <summary>inputGradient = epilogue(the adjoint of the convolution, of the output's gradient).</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">Images of the window's output size, a line each position; nothing beyond its columns is read.</param>
    /// <param name="turned">Turned weights: taps in reverse · outputs, to the convolution's input channels.</param>
    /// <param name="window">The convolution's.</param>
    /// <param name="inputGradient">Images of the window's input size, padded lines.</param>
    /// <param name="epilogue">What follows in registers; its rows are the input gradient's lines.</param>
    public static void Run<TEpilogue>(
        int rows, Tensor gradient, PackedMatrix turned, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, gradient, turned, window, inputGradient, epilogue, default(Unobserved));

    /// <summary>The same, and an observer looks at each panel of the input gradient when all of the block's lines are there.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">Images of the window's output size, a line each position; nothing beyond its columns is read.</param>
    /// <param name="turned">Turned weights: taps in reverse · outputs, to the convolution's input channels.</param>
    /// <param name="window">The convolution's.</param>
    /// <param name="inputGradient">Images of the window's input size, padded lines.</param>
    /// <param name="epilogue">What follows in registers; its rows are the input gradient's lines.</param>
    /// <param name="observer">Looks at the input gradient, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor gradient, PackedMatrix turned, Window window, Tensor inputGradient, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        if (turned.Groups > 1)
        {
            VectorWidth.Run(
                new GroupedConvolution<TEpilogue, TObserver>(rows, gradient, turned, window, true, inputGradient, epilogue, observer));
        }
        else
        {
            VectorWidth.Run(
                new ConvolutionKernel<TEpilogue, TObserver>(rows, gradient, turned, window, true, inputGradient, epilogue, observer));
        }
    }
}
