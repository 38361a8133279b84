namespace Layerwright.Reporting;

/// <summary>What a network puts out for each row of a data set.</summary>
internal static class RowOutputs
{
    private const int RowsAtOnce = 256;

    /// <summary>Takes one row's outputs, which are gone after the call.</summary>
    public delegate void Visitor(int row, ReadOnlySpan<float> outputs);

    /// <summary>Predicts all rows, as many at once as the predictor takes, and shows each row's outputs in the rows' order.</summary>
    /// <exception cref="ArgumentException">The rows are of another length than the network's.</exception>
    public static void Visit(IPredictor predictor, Dataset data, Visitor visit)
    {
        Check(predictor, data);
        int block = Math.Min(Math.Min(predictor.MaxBatchSize, RowsAtOnce), data.Count);
        var inputs = new float[block * data.InputLength];
        var outputs = new float[block * predictor.OutputLength];
        var numbers = new int[block];
        for (int first = 0; first < data.Count; first += block)
        {
            int rows = Math.Min(block, data.Count - first);
            for (int i = 0; i < rows; i++)
            {
                numbers[i] = first + i;
            }

            data.CopyInputs(numbers.AsSpan(0, rows), inputs);
            Span<float> predictions = outputs.AsSpan(0, rows * predictor.OutputLength);
            predictor.Predict(inputs.AsSpan(0, rows * data.InputLength), predictions);
            for (int i = 0; i < rows; i++)
            {
                visit(first + i, predictions.Slice(i * predictor.OutputLength, predictor.OutputLength));
            }
        }
    }

    /// <summary>Rows must be as long as the network's.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void Check(IPredictor predictor, Dataset data)
    {
        if (data.InputLength != predictor.InputLength)
        {
            throw new ArgumentException($"The network takes rows of {predictor.InputLength} numbers; these have {data.InputLength}.", nameof(data));
        }
    }
}
