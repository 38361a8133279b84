using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Group normalisation: in each row, every group of neighbouring channels by the mean and variance of its elements at all positions.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GroupNormalization
{
    /// <summary>output = epilogue((input − mean)/√(variance + ε) · γ + β), moments over each group of each row.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="input">[rows · positions, channels], padded.</param>
    /// <param name="groups">Groups that the channels make.</param>
    /// <param name="positions">Positions of a row.</param>
    /// <param name="gamma">γ of each channel, one padded row.</param>
    /// <param name="beta">β, likewise.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="output">[rows · positions, channels], padded.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Run<TEpilogue>(
        int rows, Tensor input, int groups, int positions, Tensor gamma, Tensor beta, float epsilon, Tensor output, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (GroupMoments.Fits(input.Columns))
        {
            VectorWidth.Run(new GroupNormalizationKernel<TEpilogue>(rows, input, groups, positions, gamma, beta, epsilon, output, epilogue));
        }
        else
        {
            GroupElements elements = new(input.Columns, positions, input.Stride, groups);
            VectorWidth.Run(new ScatteredGroupKernel<TEpilogue>(rows, input, elements, gamma, beta, epsilon, output, epilogue));
        }
    }

    /// <summary>The input's gradient, through the epilogue, and this block's part of Σdy and Σdy·x̂.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">dy, [rows · positions, channels], padded with zeros.</param>
    /// <param name="input">x, [rows · positions, channels], padded.</param>
    /// <param name="groups">Groups that the channels make.</param>
    /// <param name="positions">Positions of a row.</param>
    /// <param name="gamma">γ of each channel, one padded row.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="partial">Two padded rows: Σdy, Σdy·x̂.</param>
    /// <param name="inputGradient">Receives dx, padding 0.</param>
    /// <param name="epilogue">What follows in registers.</param>
    public static void Gradient<TEpilogue>(
        int rows,
        Tensor gradient,
        Tensor input,
        int groups,
        int positions,
        Tensor gamma,
        float epsilon,
        Tensor partial,
        Tensor inputGradient,
        TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue
    {
        if (GroupMoments.Fits(input.Columns))
        {
            VectorWidth.Run(new GroupNormalizationGradientKernel<TEpilogue>(
                rows, gradient, input, groups, positions, gamma, epsilon, partial, inputGradient, epilogue));
        }
        else
        {
            GroupElements elements = new(input.Columns, positions, input.Stride, groups);
            VectorWidth.Run(new ScatteredGroupGradientKernel<TEpilogue>(
                rows, gradient, input, elements, gamma, epsilon, partial, inputGradient, epilogue));
        }
    }

    /// <summary>The sums alone, where nobody asks for the input's gradient.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="gradient">dy, [rows · positions, channels], padded with zeros.</param>
    /// <param name="input">x, [rows · positions, channels], padded.</param>
    /// <param name="groups">Groups that the channels make.</param>
    /// <param name="positions">Positions of a row.</param>
    /// <param name="gamma">γ of each channel, one padded row.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="partial">Two padded rows: Σdy, Σdy·x̂.</param>
    public static void GatherGradientSums(
        int rows, Tensor gradient, Tensor input, int groups, int positions, Tensor gamma, float epsilon, Tensor partial) =>
        Gradient(rows, gradient, input, groups, positions, gamma, epsilon, partial, default, default(None));
}
