using Layerwright;
using MathNet.Numerics.LinearRegression;

namespace RegressionSample;

/// <summary>What a network must beat to be worth its trouble.</summary>
internal static class Baselines
{
    /// <summary>The mean of what it learnt from, for everyone.</summary>
    public static Model Mean { get; } = new("mean", training =>
    {
        float mean = Patients.TargetsOf(training).Average();
        return rows => [.. Enumerable.Repeat(mean, rows.Count)];
    });

    /// <summary>A weighted sum of the measurements and a constant, by least squares.</summary>
    public static Model LinearLeastSquares { get; } = new("linear least squares", training =>
    {
        double[] weights = MultipleRegression.QR(
            Inputs(training), [.. Patients.TargetsOf(training).Select(target => (double)target)], intercept: true);
        return rows => [.. Inputs(rows).Select(row => (float)(weights[0] + row.Zip(weights[1..], (value, weight) => value * weight).Sum()))];
    });

    private static double[][] Inputs(Dataset rows) =>
        [.. Enumerable.Range(0, rows.Count).Select(row => Array.ConvertAll(rows.Input(row).ToArray(), value => (double)value))];
}
