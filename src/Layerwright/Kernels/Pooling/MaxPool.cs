using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Max pooling over channels-last images: the largest of each window, channel by channel. Padding never wins.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MaxPool
{
    /// <summary>output = epilogue(largest of the window). NaN gives NaN.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows · input positions, channels], padded.</param>
    /// <param name="window">No window lies wholly in the padding.</param>
    /// <param name="output">[rows · output positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new MaxPoolKernel<TEpilogue>(rows, input, window, output, epilogue));

    /// <summary>
    /// Gives each window's gradient to its largest position, the first in reading order of equal ones; a position gets the sum of
    /// what its windows give, through the epilogue. The winner is found anew from the input: nothing else is kept.
    /// </summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows · output positions, channels], padded with zeros.</param>
    /// <param name="input">What was pooled, [rows · input positions, channels], padded.</param>
    /// <param name="window">As in <see cref="Run"/>.</param>
    /// <param name="inputGradient">Receives the input's gradient, padding 0; where windows do not overlap it may be the input's own place.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(
        int rows, Tensor gradient, Tensor input, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (PoolAxis.Vertical(window).IsDisjoint && PoolAxis.Horizontal(window).IsDisjoint)
        {
            VectorWidth.Run(new MaxPoolGradientKernel<TEpilogue>(rows, gradient, input, window, inputGradient, epilogue));
        }
        else
        {
            VectorWidth.Run(new OverlappingMaxPoolGradientKernel<TEpilogue>(rows, gradient, input, window, inputGradient, epilogue));
        }
    }
}
