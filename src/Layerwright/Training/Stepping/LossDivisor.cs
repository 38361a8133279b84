namespace Layerwright.Runtime;

/// <summary>What the sum of a batch's losses is divided by.</summary>
internal static class LossDivisor
{
    /// <summary>
    /// The rows that are not ignored, with class weights the weights of their labels, as PyTorch's cross_entropy has it. 0 where
    /// nothing counts.
    /// </summary>
    /// <param name="labels">Labels known to be in range or ignored.</param>
    /// <param name="classWeights">A weight for each class; empty for ones.</param>
    /// <param name="ignoreLabel">The label that does not count, if there is one.</param>
    public static double Of(ReadOnlySpan<int> labels, ReadOnlySpan<float> classWeights, int? ignoreLabel)
    {
        if (classWeights.IsEmpty && ignoreLabel is null)
        {
            return labels.Length;
        }

        double sum = 0;
        foreach (int label in labels)
        {
            if (label != ignoreLabel)
            {
                sum += classWeights.IsEmpty ? 1 : classWeights[label];
            }
        }

        return sum;
    }
}
