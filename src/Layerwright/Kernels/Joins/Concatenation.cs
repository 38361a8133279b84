using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Joins tensors of equally many lines on the channel axis, and takes one's share of the gradient out again.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Concatenation
{
    /// <summary>output = epilogue([first, second]).</summary>
    /// <param name="rows">Lines of the block.</param>
    /// <param name="first">[rows, channels], padded.</param>
    /// <param name="second">[rows, further channels], padded.</param>
    /// <param name="output">[rows, all channels], padded.</param>
    /// <param name="epilogue">What follows.</param>
    public static void Run<TEpilogue>(int rows, Tensor first, Tensor second, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, first, second, default, default, output, epilogue);

    /// <summary>output = epilogue([first, second, third]).</summary>
    /// <param name="rows">Lines of the block.</param>
    /// <param name="first">[rows, channels], padded.</param>
    /// <param name="second">[rows, further channels], padded.</param>
    /// <param name="third">[rows, further channels], padded.</param>
    /// <param name="output">[rows, all channels], padded.</param>
    /// <param name="epilogue">What follows.</param>
    public static void Run<TEpilogue>(int rows, Tensor first, Tensor second, Tensor third, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        Run(rows, first, second, third, default, output, epilogue);

    /// <summary>output = epilogue([first, second, third, fourth]).</summary>
    /// <param name="rows">Lines of the block.</param>
    /// <param name="first">[rows, channels], padded.</param>
    /// <param name="second">[rows, further channels], padded.</param>
    /// <param name="third">[rows, further channels], padded.</param>
    /// <param name="fourth">[rows, further channels], padded.</param>
    /// <param name="output">[rows, all channels], padded.</param>
    /// <param name="epilogue">What follows.</param>
    public static void Run<TEpilogue>(int rows, Tensor first, Tensor second, Tensor third, Tensor fourth, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new ConcatenationKernel<TEpilogue>(rows, first, second, third, fourth, output, epilogue));

    /// <summary>output = epilogue(gradient's columns from <paramref name="column"/> on): what one of the joined tensors gets.</summary>
    /// <param name="rows">Lines of the block.</param>
    /// <param name="gradient">[rows, all channels], padded.</param>
    /// <param name="column">The tensor's first channel.</param>
    /// <param name="output">[rows, its channels], padded; what the epilogue makes of 0 stands in the padding.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Part<TEpilogue>(int rows, Tensor gradient, int column, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new ChannelPartKernel<TEpilogue>(rows, gradient, column, output, epilogue));
}
