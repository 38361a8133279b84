using System.Globalization;
using Layerwright.Runtime;

namespace Layerwright;

/// <summary>One output of a regression: what was true and what was predicted, for rows that were not trained on.</summary>
/// <example>
/// <code>
/// // The targets were standardised for the training; they are shown in their own unit.
/// var predictions = RegressionPredictions.Of(trainer.Network.CreatePredictor(64), test).Rescaled(deviation, mean);
/// TrainingReport.WriteHtml("report.html", new ReportContent { Record = monitor.Record, Regressions = [predictions] });
/// </code>
/// </example>
public sealed class RegressionPredictions
{
    private readonly float[] _targets, _predictions;

    /// <summary>Puts predictions of any origin beside their targets.</summary>
    /// <param name="targets">What is true, one value for each row; finite.</param>
    /// <param name="predictions">What was predicted for the same rows, in the same order; may hold NaN.</param>
    /// <exception cref="ArgumentException">There are no rows, not as many predictions as targets, or a target is not finite.</exception>
    public RegressionPredictions(ReadOnlySpan<float> targets, ReadOnlySpan<float> predictions)
    {
        if (targets.IsEmpty)
        {
            throw new ArgumentException("There are no targets; at least one row is needed.", nameof(targets));
        }

        if (predictions.Length != targets.Length)
        {
            throw new ArgumentException($"There are {predictions.Length} predictions for {targets.Length} targets.", nameof(predictions));
        }

        int bad = Domain.FirstNotFinite(targets);
        if (bad >= 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Target {bad} is {targets[bad]}; targets must be finite."), nameof(targets));
        }

        _targets = targets.ToArray();
        _predictions = predictions.ToArray();
        RootMeanSquaredError = Measure(new RootMeanSquaredError());
        MeanAbsoluteError = Measure(new MeanAbsoluteError());
        RSquared = Measure(new RSquared());
    }

    /// <summary>What is predicted: <c>price</c>. Default: null.</summary>
    public string? Name { get; init; }

    /// <summary>Its unit, written behind figures: <c>mm</c>. Default: null.</summary>
    public string? Unit { get; init; }

    /// <summary>Rows.</summary>
    public int Count => _targets.Length;

    /// <summary>What is true, one value for each row.</summary>
    public ReadOnlySpan<float> Targets => _targets;

    /// <summary>What was predicted, in the same order.</summary>
    public ReadOnlySpan<float> Predictions => _predictions;

    /// <summary>The root of the mean squared error, in the targets' unit.</summary>
    public double RootMeanSquaredError { get; }

    /// <summary>The mean absolute error, in the targets' unit.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>The share of the targets' variance that is explained: 1 is perfect, 0 as good as their mean. NaN for a single row.</summary>
    public double RSquared { get; }

    /// <summary>Predicts the rows of a data set.</summary>
    /// <param name="predictor">The network.</param>
    /// <param name="data">Rows with as many targets each as the network has outputs.</param>
    /// <param name="output">Which of the outputs. Default: the first.</param>
    /// <exception cref="ArgumentException">The rows have labels, or are of another length than the network's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public static RegressionPredictions Of(IPredictor predictor, Dataset data, int output = 0)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, (uint)predictor.OutputLength, nameof(output));
        if (data.TargetLength != predictor.OutputLength)
        {
            throw new ArgumentException(
                data.HasLabels
                    ? "Predictions stand beside targets; these rows have labels."
                    : $"The network has {predictor.OutputLength} outputs; the rows have {data.TargetLength} targets.",
                nameof(data));
        }

        var targets = new float[data.Count];
        var predictions = new float[data.Count];
        Reporting.RowOutputs.Visit(predictor, data, (row, outputs) =>
        {
            targets[row] = data.Target(row)[output];
            predictions[row] = outputs[output];
        });
        return new(targets, predictions);
    }

    /// <summary>The same in another unit: each target and prediction t as <paramref name="scale"/>·t + <paramref name="offset"/>.</summary>
    /// <param name="scale">For targets that were standardised, their deviation.</param>
    /// <param name="offset">For targets that were standardised, their mean. Default: 0.</param>
    /// <exception cref="ArgumentException">A target is no longer finite.</exception>
    public RegressionPredictions Rescaled(double scale, double offset = 0)
    {
        return new(InUnit(_targets), InUnit(_predictions)) { Name = Name, Unit = Unit };

        float[] InUnit(float[] values) => [.. values.Select(value => (float)((scale * value) + offset))];
    }

    /// <summary>For example <c>89 rows: RMSE 53.2, MAE 43.1, R² 0.48</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Count:n0} rows: RMSE {RootMeanSquaredError:g4}, MAE {MeanAbsoluteError:g4}, R² {RSquared:g3}");

    private double Measure(Metric metric)
    {
        MetricAccumulator accumulator = metric.CreateAccumulator(outputLength: 1, TargetKind.Values);
        accumulator.Reserve(Count);
        accumulator.Add(_predictions, [], _targets);
        return accumulator.Value;
    }
}
