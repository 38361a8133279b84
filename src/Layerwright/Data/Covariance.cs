using System.Numerics.Tensors;

namespace Layerwright;

/// <summary>Means of features and how they vary together, in double precision.</summary>
internal static class Covariance
{
    /// <summary>Rows that are taken together: as many as the second-level cache holds of usual widths.</summary>
    private const int BlockRows = 32;

    /// <summary>The mean of each feature over all rows.</summary>
    /// <exception cref="ArgumentException">A row holds a number that is not finite.</exception>
    public static double[] Means(TrainingSet data)
    {
        var means = new double[data.InputLength];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> input = data.Input(row);
            for (int i = 0; i < input.Length; i++)
            {
                if (!float.IsFinite(input[i]))
                {
                    throw new ArgumentException(FormattableString.Invariant($"Feature {i} of row {row} is {input[i]}; it must be finite."), nameof(data));
                }

                means[i] += input[i];
            }
        }

        TensorPrimitives.Divide(means, (double)data.Count, means);
        return means;
    }

    /// <summary>The mean product of the differences of two features from their means, for every two: [features, features].</summary>
    public static double[] Of(TrainingSet data, ReadOnlySpan<double> means)
    {
        int features = data.InputLength;
        double[] sums = new double[features * features], block = new double[BlockRows * features];
        for (int first = 0; first < data.Count; first += BlockRows)
        {
            int rows = Math.Min(BlockRows, data.Count - first);
            for (int row = 0; row < rows; row++)
            {
                Span<double> differences = block.AsSpan(row * features, features);
                TensorPrimitives.ConvertChecked(data.Input(first + row), differences);
                TensorPrimitives.Subtract(differences, means, differences);
            }

            // The half from the diagonal on, a row of it at a time, so that it stays near while the block's rows are added.
            for (int i = 0; i < features; i++)
            {
                Span<double> sum = sums.AsSpan(i * features + i, features - i);
                for (int row = 0; row < rows; row++)
                {
                    ReadOnlySpan<double> differences = block.AsSpan(row * features + i, features - i);
                    TensorPrimitives.MultiplyAdd(differences, differences[0], sum, sum);
                }
            }
        }

        TensorPrimitives.Divide(sums, (double)data.Count, sums);
        for (int i = 0; i < features; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sums[i * features + j] = sums[j * features + i];
            }
        }

        return sums;
    }
}
