using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Mean and deviation of each feature of some rows, of images of each channel.</summary>
internal static class FeatureSpread
{
    /// <summary>Rows below which a feature's figures are chance, and above which they are known well enough.</summary>
    private const int FewestRows = 16, MostRows = 256;

    /// <summary>Measures the features as the layers see them.</summary>
    /// <param name="network">The network, with its normaliser.</param>
    /// <param name="data">Training rows, evenly spread over all.</param>
    /// <returns>The features in the input's order; none where rows are too few.</returns>
    public static InputFeature[] Of(INetworkCode network, Dataset data)
    {
        int rows = Math.Min(data.Count, MostRows), columns = network.Blueprint.InputColumns, length = network.Blueprint.InputLength;
        if (rows < FewestRows)
        {
            return [];
        }

        float[] row = new float[length], first = new float[columns];
        double[] sums = new double[columns], squares = new double[columns];
        for (int i = 0; i < rows; i++)
        {
            data.Input((int)((long)i * data.Count / rows)).CopyTo(row);
            network.InputTransform?.Transform(row, row);
            if (i == 0)
            {
                row.AsSpan(0, columns).CopyTo(first);
            }

            // From the first value on: what is always the same has a deviation of 0 without rounding.
            for (int column = 0, k = 0; k < length; k++, column = column + 1 == columns ? 0 : column + 1)
            {
                double value = (double)row[k] - first[column];
                sums[column] += value;
                squares[column] += value * value;
            }
        }

        double count = (double)rows * network.Blueprint.InputPositions;
        return [.. Enumerable.Range(0, columns).Select(column =>
        {
            double mean = sums[column] / count;
            return new InputFeature(first[column] + mean, Math.Sqrt(Math.Max(0, (squares[column] / count) - (mean * mean))));
        })];
    }
}
