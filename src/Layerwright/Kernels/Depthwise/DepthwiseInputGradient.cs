using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Input gradients of depthwise convolutions, from the forward weights as they are.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DepthwiseInputGradient
{
    /// <summary>
    /// inputGradient[position, c] = epilogue(Σ over taps and the channel's outputs n of gradient[position − tap, n] · weights[tap, n]).
    /// </summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows, output positions, outputs], padded with zeros.</param>
    /// <param name="weights">The forward convolution's packed weights.</param>
    /// <param name="window">The geometry of the forward convolution.</param>
    /// <param name="inputGradient">[rows, input positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(
        int rows, Tensor gradient, PackedMatrix weights, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, gradient, weights, window, inputGradient, epilogue, default(Unobserved));

    /// <summary>The same, and an observer looks at each panel of the input gradient.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows, output positions, outputs], padded with zeros.</param>
    /// <param name="weights">The forward convolution's packed weights.</param>
    /// <param name="window">The geometry of the forward convolution.</param>
    /// <param name="inputGradient">[rows, input positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    /// <param name="observer">Looks at the input gradient, or at what the epilogue kept.</param>
    public static void Run<TEpilogue, TObserver>(
        int rows, Tensor gradient, PackedMatrix weights, Window window, Tensor inputGradient, TEpilogue epilogue, TObserver observer)
        where TEpilogue : struct, IEpilogue
        where TObserver : struct, IObserver
    {
        if (inputGradient.Columns == weights.Outputs)
        {
            VectorWidth.Run(new DepthwisePass<TEpilogue, TObserver>(rows, gradient, weights, window, true, inputGradient, epilogue, observer));
        }
        else
        {
            VectorWidth.Run(new MultipliedDepthwise<TEpilogue, TObserver>(rows, gradient, weights, window, true, inputGradient, epilogue, observer));
        }
    }
}
