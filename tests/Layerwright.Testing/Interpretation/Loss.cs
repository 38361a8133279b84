namespace Layerwright.Testing.Interpretation;

/// <summary>Losses in double precision, with their output activations.</summary>
internal static class Loss
{
    /// <summary>The loss, and its gradient with respect to the raw outputs.</summary>
    /// <param name="network">Says which loss, and its arguments.</param>
    /// <param name="outputs">Raw outputs, a row for each position.</param>
    /// <param name="targets">What they are compared with, and the classes' weights.</param>
    /// <param name="sampleWeights">A factor for each of these rows' loss; empty for ones.</param>
    public static (double Loss, Matrix Gradient) Compute(
        NetworkSpec network, Matrix outputs, TargetData targets, ReadOnlySpan<float> sampleWeights)
    {
        var gradient = new Matrix(outputs.Rows, outputs.Columns);
        double divisor = Divisor(network, outputs.Rows, targets);
        double total = 0;
        for (int row = 0; divisor > 0 && row < outputs.Rows; row++)
        {
            double weight = (sampleWeights.IsEmpty ? 1 : sampleWeights[row]) / divisor;
            total += weight * Row(network, outputs, row, targets, (column, slope) => gradient[row, column] += weight * slope);
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

    /// <summary>Numbers on whose sign the derivative depends by a jump: it may not be compared where rounding decides it.</summary>
    public static IEnumerable<double> Kinks(NetworkSpec network, Matrix outputs, TargetData targets)
    {
        for (int row = 0; row < outputs.Rows; row++)
        {
            for (int column = 0; column < outputs.Columns; column++)
            {
                if (network.Loss == LossKind.MeanAbsoluteError)
                {
                    yield return outputs[row, column] - targets.Values![(row * outputs.Columns) + column];
                }
                else if (network.Loss == LossKind.MulticlassHinge && column != targets.Labels![row])
                {
                    yield return network.LossOptions.Margin + outputs[row, column] - outputs[row, targets.Labels[row]];
                }
            }
        }
    }

    private static double Divisor(NetworkSpec network, int rows, TargetData targets) => targets.Labels is { } labels
        ? labels.Where(label => label != network.LossOptions.IgnoreLabel).Sum(label => targets.ClassWeights is { } weights ? weights[label] : 1.0)
        : rows;

    private static double Row(NetworkSpec network, Matrix outputs, int row, TargetData targets, Action<int, double> addSlope)
    {
        switch (network.Loss)
        {
            case LossKind.SoftmaxCrossEntropy:
                return CrossEntropy(outputs, row, Coefficients(network, outputs.Columns, row, targets), addSlope);
            case LossKind.MulticlassHinge:
                return Hinge(outputs, row, targets.Labels![row], network.LossOptions, addSlope);
            case LossKind.None:
                throw new InvalidOperationException("The network has no loss.");
            default:
                double sum = 0;
                for (int column = 0; column < outputs.Columns; column++)
                {
                    double target = targets.Values![(row * outputs.Columns) + column];
                    var (loss, slope) = Pointwise(network, outputs[row, column], target);
                    sum += loss / outputs.Columns;
                    addSlope(column, slope / outputs.Columns);
                }

                return sum;
        }
    }

    /// <summary>The smoothed target times the class's weight, for each class; zeros where the label is ignored.</summary>
    private static double[] Coefficients(NetworkSpec network, int classes, int row, TargetData targets)
    {
        int? label = targets.Labels?[row];
        double smoothing = network.LossOptions.LabelSmoothing;
        bool isIgnored = label is not null && label == network.LossOptions.IgnoreLabel;
        return
        [
            .. Enumerable.Range(0, classes).Select(column =>
            {
                double target = label is { } own ? (column == own ? 1 : 0) : targets.Values![(row * classes) + column];
                double smoothed = ((1 - smoothing) * target) + (smoothing / classes);
                return isIgnored ? 0 : smoothed * (targets.ClassWeights?[column] ?? 1);
            }),
        ];
    }

    private static double CrossEntropy(Matrix outputs, int row, double[] coefficients, Action<int, double> addSlope)
    {
        double logSum = LogSumExp(outputs, row), sum = 0;
        for (int column = 0; column < outputs.Columns; column++)
        {
            sum += coefficients[column] * (logSum - outputs[row, column]);
            addSlope(column, (coefficients.Sum() * Math.Exp(outputs[row, column] - logSum)) - coefficients[column]);
        }

        return sum;
    }

    private static double Hinge(Matrix outputs, int row, int label, LossOptions options, Action<int, double> addSlope)
    {
        double sum = 0;
        for (int column = 0; column < outputs.Columns; column++)
        {
            double lack = options.Margin + outputs[row, column] - outputs[row, label];
            if (column == label || lack <= 0)
            {
                continue;
            }

            sum += options.Squared ? lack * lack : lack;
            double slope = options.Squared ? 2 * lack : 1;
            addSlope(column, slope);
            addSlope(label, -slope);
        }

        return sum;
    }

    private static (double Loss, double Slope) Pointwise(NetworkSpec network, double x, double target)
    {
        double difference = x - target, delta = network.LossOptions.Delta;
        return network.Loss switch
        {
            LossKind.MeanSquaredError => (difference * difference, 2 * difference),
            LossKind.MeanAbsoluteError => (Math.Abs(difference), Math.Sign(difference)),
            LossKind.Huber when Math.Abs(difference) < delta => (0.5 * difference * difference, difference),
            LossKind.Huber => (delta * (Math.Abs(difference) - (0.5 * delta)), delta * Math.Sign(difference)),
            LossKind.BinaryCrossEntropy =>
                (Math.Max(x, 0) - (x * target) + Math.Log(1 + Math.Exp(-Math.Abs(x))), (1 / (1 + Math.Exp(-x))) - target),
            _ => throw new NotSupportedException(network.Loss.ToString()),
        };
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
