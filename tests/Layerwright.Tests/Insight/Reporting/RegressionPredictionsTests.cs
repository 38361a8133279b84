namespace Layerwright.Tests.Insight.Reporting;

public sealed class RegressionPredictionsTests
{
    [Fact]
    public void Errors_are_those_of_the_textbook()
    {
        var predictions = new RegressionPredictions([1, 2, 3, 4], [1, 2, 3, 6]);

        Assert.Equal(1, predictions.RootMeanSquaredError, 1e-12);
        Assert.Equal(0.5, predictions.MeanAbsoluteError, 1e-12);
        Assert.Equal(1 - (4.0 / 5), predictions.RSquared, 1e-12);
        Assert.Equal("4 rows: RMSE 1, MAE 0.5, R² 0.2", predictions.ToString());
    }

    [Fact]
    public void A_standardised_output_returns_to_its_own_unit_and_keeps_its_share_of_variance()
    {
        var standardised = new RegressionPredictions([-1, 0, 1], [-0.5f, 0, 0.5f]) { Name = "height", Unit = "mm" };

        RegressionPredictions own = standardised.Rescaled(scale: 20, offset: 100);

        Assert.Equal([80f, 100, 120], own.Targets.ToArray());
        Assert.Equal([90f, 100, 110], own.Predictions.ToArray());
        Assert.Equal(20 * standardised.RootMeanSquaredError, own.RootMeanSquaredError, 1e-5);
        Assert.Equal(standardised.RSquared, own.RSquared, 1e-6);
        Assert.Equal(("height", "mm"), (own.Name, own.Unit));
    }

    [Fact]
    public void Of_predicts_every_row_of_one_output_in_the_rows_order()
    {
        // Five rows, two a call: the last call has one.
        float[] inputs = [.. Enumerable.Range(0, 10).Select(i => (float)i)];
        Dataset data = Dataset.FromTargets(inputs, inputs.Select(input => -input).ToArray(), outputLength: 2);

        RegressionPredictions second = RegressionPredictions.Of(new Echo(2), data, output: 1);

        Assert.Equal([1f, 3, 5, 7, 9], second.Predictions.ToArray());
        Assert.Equal([-1f, -3, -5, -7, -9], second.Targets.ToArray());
    }

    [Fact]
    public void A_prediction_that_is_no_number_spoils_the_errors_and_not_the_page()
    {
        var predictions = new RegressionPredictions([1, 2, 3], [1, float.NaN, 2]);

        Assert.True(double.IsNaN(predictions.RootMeanSquaredError));
        string text = Html.Parse(TrainingReport.ToHtml(new ReportContent { Regressions = [predictions] })).Value;
        Assert.Contains("1 of 3 predictions are no finite number", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name_and_number()
    {
        Assert.Contains("no targets", Fault(() => new RegressionPredictions([], [])), StringComparison.Ordinal);
        Assert.Contains("1 predictions for 2 targets", Fault(() => new RegressionPredictions([1, 2], [1])), StringComparison.Ordinal);
        Assert.Contains("Target 1 is NaN", Fault(() => new RegressionPredictions([1, float.NaN], [1, 2])), StringComparison.Ordinal);
        Assert.Contains("these rows have labels", Fault(() => RegressionPredictions.Of(new Echo(2), Dataset.FromLabels(new float[4], new int[2], 2))), StringComparison.Ordinal);
        Assert.Contains("has 2 outputs; the rows have 1 targets", Fault(() => RegressionPredictions.Of(new Echo(2), Dataset.FromTargets(new float[4], new float[2], 1))), StringComparison.Ordinal);
        Assert.Contains("takes rows of 2 numbers; these have 3", Fault(() => RegressionPredictions.Of(new Echo(2), Dataset.FromTargets(new float[6], new float[4], 2))), StringComparison.Ordinal);
        Assert.Equal("output", Assert.Throws<ArgumentOutOfRangeException>(() => RegressionPredictions.Of(new Echo(2), Dataset.FromTargets(new float[4], new float[4], 2), output: 2)).ParamName);

        static string Fault(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
    }
}
