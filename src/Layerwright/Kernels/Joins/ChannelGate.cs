using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Multiplies each channel of an image or sequence by a number of its own (squeeze and excite: Hu et al. 2018).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class ChannelGate
{
    /// <summary>output[r, p, c] = epilogue(input[r, p, c] · factor[r, c]).</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, positions, channels], padded.</param>
    /// <param name="factor">[rows, channels], padded.</param>
    /// <param name="positions">Lines of a row.</param>
    /// <param name="output">[rows, positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Tensor factor, int positions, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new ChannelGateKernel<TEpilogue>(rows, input, factor, positions, output, epilogue));

    /// <summary>output[r, c] = epilogue(Σₚ gradient[r, p, c] · input[r, p, c]): the factor's gradient.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">[rows, positions, channels], padded with zeros.</param>
    /// <param name="input">What was multiplied, [rows, positions, channels], padded.</param>
    /// <param name="positions">Lines of a row.</param>
    /// <param name="output">[rows, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(int rows, Tensor gradient, Tensor input, int positions, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new GateGradientKernel<TEpilogue>(rows, gradient, input, positions, output, epilogue));
}
