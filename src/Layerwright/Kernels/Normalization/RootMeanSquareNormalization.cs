using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>Root-mean-square normalisation: each row by the root of its mean square; no mean is subtracted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class RootMeanSquareNormalization
{
    /// <summary>output = epilogue(input/√(mean of input² + ε) · γ), the mean over each row.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows, columns], padded.</param>
    /// <param name="gamma">γ, one padded row.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="output">[rows, columns], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(int rows, Tensor input, Tensor gamma, float epsilon, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new RowNormalizationKernel<KeptMean, TEpilogue>(rows, input, gamma, default, epsilon, output, epilogue));

    /// <summary>The input's gradient, through the epilogue, and this block's part of Σdy·x̂.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">dy, [rows, columns], padded with zeros.</param>
    /// <param name="input">x, [rows, columns], padded.</param>
    /// <param name="gamma">γ, one padded row.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="partial">Two padded rows: zeros, Σdy·x̂.</param>
    /// <param name="inputGradient">Receives dx, padding 0.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(
        int rows, Tensor gradient, Tensor input, Tensor gamma, float epsilon, Tensor partial, Tensor inputGradient, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue =>
        VectorWidth.Run(new RowNormalizationGradientKernel<KeptMean, TEpilogue>(
            rows, gradient, input, gamma, epsilon, partial, inputGradient, epilogue));

    /// <summary>The sum alone, where nobody asks for the input's gradient.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">dy, [rows, columns], padded with zeros.</param>
    /// <param name="input">x, [rows, columns], padded.</param>
    /// <param name="gamma">γ, one padded row.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="partial">Two padded rows: zeros, Σdy·x̂.</param>
    public static void GatherGradientSums(int rows, Tensor gradient, Tensor input, Tensor gamma, float epsilon, Tensor partial) =>
        Gradient(rows, gradient, input, gamma, epsilon, partial, default, default(None));
}
