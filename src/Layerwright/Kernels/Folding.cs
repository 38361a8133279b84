using System.ComponentModel;

namespace Layerwright.Kernels;

/// <summary>
/// Filling a predictor's own weights from the network's: batch normalisation folded into the weights before it, the rest
/// copied.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Folding
{
    /// <summary>Copies weights of the same shape.</summary>
    public static void Copy(PackedMatrix source, PackedMatrix target)
    {
        for (int group = 0; group < source.Groups; group++)
        {
            PackedMatrix from = source.Group(group);
            long bytes = PanelLayout.PackedLength(from.Inputs, from.Outputs) * sizeof(float);
            Buffer.MemoryCopy(from.Data, target.Group(group).Data, bytes, bytes);
        }
    }

    /// <summary>Copies a padded row.</summary>
    public static void Copy(Tensor source, Tensor target)
    {
        long bytes = (long)PanelLayout.RoundUp(source.Columns) * sizeof(float);
        Buffer.MemoryCopy(source.Data, target.Data, bytes, bytes);
    }

    /// <summary>
    /// Weights and bias of the layer that does the work of a dense layer or a convolution and the batch normalisation after it:
    /// w·f and (b − mean)·f + β with f = γ/√(variance + ε).
    /// </summary>
    /// <param name="weights">The layer's weights; may be the target.</param>
    /// <param name="bias">Its bias; absent for none.</param>
    /// <param name="gamma">γ.</param>
    /// <param name="beta">β.</param>
    /// <param name="mean">Running mean.</param>
    /// <param name="variance">Running variance.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="targetWeights">Receives the weights.</param>
    /// <param name="targetBias">Receives the bias, one padded row.</param>
    public static void Dense(
        PackedMatrix weights,
        Tensor bias,
        Tensor gamma,
        Tensor beta,
        Tensor mean,
        Tensor variance,
        float epsilon,
        PackedMatrix targetWeights,
        Tensor targetBias)
    {
        int padded = PanelLayout.RoundUp(weights.Outputs);
        for (int output = 0; output < padded; output++)
        {
            bool isPadding = output >= weights.Outputs;
            float factor = isPadding ? 0f : gamma.Data[output] / MathF.Sqrt(variance.Data[output] + epsilon);
            float shift = isPadding ? 0f : (bias.IsAbsent ? 0f : bias.Data[output]) - mean.Data[output];
            targetBias.Data[output] = isPadding ? 0f : shift * factor + beta.Data[output];
        }

        int outputs = weights.Outputs / weights.Groups;
        for (int group = 0; group < weights.Groups; group++)
        {
            PackedMatrix from = weights.Group(group), to = targetWeights.Group(group);
            int first = group * outputs;
            for (int output = 0; output < PanelLayout.RoundUp(outputs); output++)
            {
                float factor = output < outputs ? gamma.Data[first + output] / MathF.Sqrt(variance.Data[first + output] + epsilon) : 0f;
                int panel = output / VectorWidth.PanelWidth, width = PanelLayout.WidthOf(panel, outputs);
                nint offset = PanelLayout.PanelOffset(panel, from.Inputs) + output % VectorWidth.PanelWidth;
                for (int input = 0; input < from.Inputs; input++, offset += width)
                {
                    to.Data[offset] = from.Data[offset] * factor;
                }
            }
        }
    }

    /// <summary>1/√(variance + ε), for a batch normalisation that folds into nothing.</summary>
    public static void InverseDeviation(Tensor variance, float epsilon, Tensor target)
    {
        int padded = PanelLayout.RoundUp(variance.Columns);
        for (int column = 0; column < padded; column++)
        {
            target.Data[column] = column < variance.Columns ? 1f / MathF.Sqrt(variance.Data[column] + epsilon) : 0f;
        }
    }
}
