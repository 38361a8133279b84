namespace Layerwright.Testing.Interpretation;

/// <summary>Losses in double precision, with their output activations.</summary>
internal static class Loss
{
    /// <summary>The mean loss, and its gradient with respect to the raw outputs.</summary>
    public static (double Loss, Matrix Gradient) Compute(LossKind kind, Matrix outputs, TargetData targets, ReadOnlySpan<float> sampleWeights)
    {
        var gradient = new Matrix(outputs.Rows, outputs.Columns);
        double total = 0;
        for (int row = 0; row < outputs.Rows; row++)
        {
            double weight = (sampleWeights.IsEmpty ? 1 : sampleWeights[row]) / outputs.Rows;
            total += weight * kind switch
            {
                LossKind.SoftmaxCrossEntropy => CrossEntropy(outputs, row, targets.Labels![row], weight, gradient),
                LossKind.MeanSquaredError => SquaredError(outputs, row, targets.Values!, weight, gradient),
                LossKind.BinaryCrossEntropy => BinaryCrossEntropy(outputs, row, targets.Values!, weight, gradient),
                _ => throw new InvalidOperationException("The network has no loss."),
            };
        }

        return (total, gradient);
    }

    /// <summary>What prediction shows: softmax, sigmoid, or the raw outputs.</summary>
    public static Matrix Activate(LossKind kind, Matrix outputs)
    {
        if (kind == LossKind.BinaryCrossEntropy)
        {
            return outputs.Map(x => 1 / (1 + Math.Exp(-x)));
        }

        var result = outputs.Map(x => x);
        for (int row = 0; kind == LossKind.SoftmaxCrossEntropy && row < outputs.Rows; row++)
        {
            double logSum = LogSumExp(outputs, row);
            for (int column = 0; column < outputs.Columns; column++)
            {
                result[row, column] = Math.Exp(outputs[row, column] - logSum);
            }
        }

        return result;
    }

    private static double CrossEntropy(Matrix outputs, int row, int label, double weight, Matrix gradient)
    {
        double logSum = LogSumExp(outputs, row);
        for (int column = 0; column < outputs.Columns; column++)
        {
            gradient[row, column] = weight * (Math.Exp(outputs[row, column] - logSum) - (column == label ? 1 : 0));
        }

        return logSum - outputs[row, label];
    }

    private static double SquaredError(Matrix outputs, int row, float[] targets, double weight, Matrix gradient)
    {
        double sum = 0;
        for (int column = 0; column < outputs.Columns; column++)
        {
            double difference = outputs[row, column] - targets[(row * outputs.Columns) + column];
            sum += difference * difference;
            gradient[row, column] = weight * 2 * difference / outputs.Columns;
        }

        return sum / outputs.Columns;
    }

    private static double BinaryCrossEntropy(Matrix outputs, int row, float[] targets, double weight, Matrix gradient)
    {
        double sum = 0;
        for (int column = 0; column < outputs.Columns; column++)
        {
            double x = outputs[row, column], target = targets[(row * outputs.Columns) + column];
            sum += Math.Max(x, 0) - (x * target) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
            gradient[row, column] = weight * ((1 / (1 + Math.Exp(-x))) - target) / outputs.Columns;
        }

        return sum / outputs.Columns;
    }

    private static double LogSumExp(Matrix outputs, int row)
    {
        double largest = double.NegativeInfinity, sum = 0;
        for (int column = 0; column < outputs.Columns; column++)
        {
            largest = Math.Max(largest, outputs[row, column]);
        }

        for (int column = 0; column < outputs.Columns; column++)
        {
            sum += Math.Exp(outputs[row, column] - largest);
        }

        return largest + Math.Log(sum);
    }
}
