namespace Layerwright.Runtime;

/// <summary>What the sum of a batch's losses is divided by.</summary>
internal static class LossDivisor
{
    /// <summary>
    /// The rows that are not ignored, with class weights the weights of their labels, as PyTorch's cross_entropy has it; where
    /// targets are floats the rows. 0 where nothing counts.
    /// </summary>
    /// <param name="target">A batch whose labels are known to be in range or ignored.</param>
    /// <param name="rows">Its rows.</param>
    public static unsafe double Of(in BatchTarget target, int rows)
    {
        if (target.Labels == null || (target.ClassWeights == null && target.IgnoreLabel is null))
        {
            return rows;
        }

        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            int label = target.Labels[row];
            if (label != target.IgnoreLabel)
            {
                sum += target.ClassWeights == null ? 1 : target.ClassWeights[label];
            }
        }

        return sum;
    }
}
