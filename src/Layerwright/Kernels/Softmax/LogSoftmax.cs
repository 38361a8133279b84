using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>The logarithm of the softmax over each row. Inputs of any size: the row's largest is subtracted first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogSoftmax
{
    /// <summary>output = x − log Σeˣ of each row, through the epilogue.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">x, [rows, columns], padded.</param>
    /// <param name="output">[rows, columns], padded; may be the input. The epilogue takes 0 in its padding.</param>
    /// <param name="epilogue">Elementwise maths behind it.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new LogSoftmaxKernel<TEpilogue>(rows, input, output, epilogue));

    /// <summary>The gradient of the input, dy − eʸ·Σdy, through the epilogue.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">dy, [rows, columns], padded with zeros.</param>
    /// <param name="output">y, which determines it, padded.</param>
    /// <param name="inputGradient">[rows, columns], padded; may be the gradient. The epilogue takes 0 in its padding.</param>
    /// <param name="epilogue">Elementwise maths behind it.</param>
    public static void Backward<TEpilogue>(int rows, Tensor gradient, Tensor output, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new LogSoftmaxGradientKernel<TEpilogue>(rows, gradient, output, inputGradient, epilogue));
}
