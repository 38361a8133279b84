using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Average pooling over channels-last images: the mean of each window, channel by channel.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AveragePool
{
    /// <summary>output = epilogue(mean of the window), padding counted as zeros.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="input">[rows · input positions, channels], padded.</param>
    /// <param name="window">No window lies wholly in the padding.</param>
    /// <param name="output">[rows · output positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new AveragePoolKernel<TEpilogue>(rows, input, window, 1f / window.Taps, output, epilogue));

    /// <summary>output = epilogue(mean of those positions of the window that lie in the image).</summary>
    /// <inheritdoc cref="Run"/>
    public static void RunWithoutPadding<TEpilogue>(int rows, Tensor input, Window window, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new AveragePoolKernel<TEpilogue>(rows, input, window, null, output, epilogue));

    /// <summary>Gives each position its share of its windows' gradients, through the epilogue.</summary>
    /// <param name="rows">Images of the block.</param>
    /// <param name="gradient">[rows · output positions, channels], padded with zeros.</param>
    /// <param name="window">As in <see cref="Run"/>.</param>
    /// <param name="inputGradient">Receives the input's gradient, [rows · input positions, channels], padding 0.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(int rows, Tensor gradient, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Spread(rows, gradient, window, 1f / window.Taps, inputGradient, epilogue);

    /// <summary>The same for <see cref="RunWithoutPadding"/>.</summary>
    /// <inheritdoc cref="Gradient"/>
    public static void GradientWithoutPadding<TEpilogue>(int rows, Tensor gradient, Window window, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Spread(rows, gradient, window, null, inputGradient, epilogue);

    /// <summary>Each position gets the sum over its windows of their gradients times a share; null: one over the window's positions in the image.</summary>
    internal static void Spread<TEpilogue>(
        int rows, Tensor gradient, Window window, float? share, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (PoolAxis.Vertical(window).IsDisjoint && PoolAxis.Horizontal(window).IsDisjoint)
        {
            VectorWidth.Run(new AveragePoolGradientKernel<TEpilogue>(rows, gradient, window, share, inputGradient, epilogue));
        }
        else
        {
            VectorWidth.Run(new OverlappingAveragePoolGradientKernel<TEpilogue>(rows, gradient, window, share, inputGradient, epilogue));
        }
    }
}
