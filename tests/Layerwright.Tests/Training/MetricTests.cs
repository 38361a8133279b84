using Layerwright.Runtime;

namespace Layerwright.Tests.Training;

public class MetricTests
{
    [Fact]
    public void Accuracy_counts_rows_whose_largest_output_is_their_label()
    {
        MetricAccumulator accuracy = new Accuracy().CreateAccumulator(3, TargetKind.Labels);
        Assert.True(double.IsNaN(accuracy.Value));

        accuracy.Add([0.1f, 0.7f, 0.2f, 0.5f, 0.3f, 0.2f], [1, 2], []);
        accuracy.Add([0.2f, 0.2f, 0.6f], [2], []);
        Assert.Equal(2 / 3.0, accuracy.Value, 12);

        accuracy.Reset();
        accuracy.Add([0.2f, 0.2f, 0.6f], [0], []);
        Assert.Equal(0, accuracy.Value);
    }

    [Fact]
    public void Accuracy_is_over_rows_and_no_mean_of_batches()
    {
        MetricAccumulator accuracy = new Accuracy().CreateAccumulator(2, TargetKind.Labels);
        accuracy.Add([1, 0, 1, 0, 1, 0], [0, 0, 0], []);
        accuracy.Add([1, 0], [1], []);
        Assert.Equal(0.75, accuracy.Value);
    }

    [Fact]
    public void Accuracy_of_yes_or_no_outputs_asks_for_the_side_of_one_half()
    {
        MetricAccumulator accuracy = new Accuracy().CreateAccumulator(2, TargetKind.Probabilities);
        accuracy.Add([0.9f, 0.4f, 0.2f, 0.8f], [], [1, 0, 1, 1]);
        Assert.Equal(0.75, accuracy.Value);
    }

    [Fact]
    public void Errors_are_over_rows_and_outputs()
    {
        MetricAccumulator root = new RootMeanSquaredError().CreateAccumulator(2, TargetKind.Values);
        MetricAccumulator absolute = new MeanAbsoluteError().CreateAccumulator(2, TargetKind.Values);
        foreach (MetricAccumulator accumulator in new[] { root, absolute })
        {
            accumulator.Add([1, 2, 3, 4], [], [1, 0, 0, 8]);
            accumulator.Add([5, 5], [], [5, 8]);
        }

        Assert.Equal(Math.Sqrt((4 + 9 + 16 + 9) / 6.0), root.Value, 12);
        Assert.Equal((2 + 3 + 4 + 3) / 6.0, absolute.Value, 12);
    }

    [Fact]
    public void R_squared_compares_with_the_mean_of_each_output()
    {
        double Of(int outputs, float[] predictions, float[] targets)
        {
            MetricAccumulator accumulator = new RSquared().CreateAccumulator(outputs, TargetKind.Values);
            accumulator.Add(predictions.AsSpan(0, outputs), [], targets.AsSpan(0, outputs));
            Assert.True(double.IsNaN(accumulator.Value));
            accumulator.Add(predictions.AsSpan(outputs), [], targets.AsSpan(outputs));
            return accumulator.Value;
        }

        // scikit-learn's r2_score.
        Assert.Equal(0.9486081370449679, Of(1, [2.5f, 0, 2, 8], [3, -0.5f, 2, 7]), 12);
        Assert.Equal(0.9368005266622779, Of(2, [0, 2, -1, 2, 8, -5], [0.5f, 1, -1, 1, 7, -6]), 12);
        Assert.Equal(1, Of(1, [-2, -2, -2], [-2, -2, -2]));
        Assert.Equal(0, Of(1, [-2, -2, -2.001f], [-2, -2, -2]));
        Assert.Equal(0.5, Of(1, [10_000_001, 10_000_002], [10_000_001, 10_000_003]), 12);
    }

    [Fact]
    public void A_metric_that_means_nothing_for_the_targets_says_so()
    {
        var exception = Assert.Throws<ArgumentException>(() => new Accuracy().CreateAccumulator(1, TargetKind.Values));
        Assert.Contains("Accuracy cannot be measured: the network's loss takes values", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new RootMeanSquaredError().CreateAccumulator(2, TargetKind.Labels));
        Assert.Throws<ArgumentException>(() => new MeanAbsoluteError().CreateAccumulator(2, TargetKind.Labels));
        Assert.Throws<ArgumentException>(() => new RSquared().CreateAccumulator(2, TargetKind.Probabilities));
        ClassMetricTests.AssertMessage(
            "takes labels or probabilities of classes", () => new MeanAbsoluteError().CreateAccumulator(2, TargetKind.LabelsOrProbabilities));
    }

    [Fact]
    public void A_confusion_matrix_counts_labels_by_predictions()
    {
        var matrix = new ConfusionMatrix(3);
        matrix.Add([0.8f, 0.1f, 0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.1f, 0.8f], [0, 0, 1, 1]);

        Assert.Equal((1, 1, 0), (matrix[0, 0], matrix[0, 1], matrix[0, 2]));
        Assert.Equal((0, 1, 1), (matrix[1, 0], matrix[1, 1], matrix[1, 2]));
        Assert.Equal((4, 2, 0), (matrix.Total, matrix.ClassTotal(1), matrix.ClassTotal(2)));
        Assert.Equal((0.5, 0.5), (matrix.Accuracy, matrix.ClassAccuracy(0)));
        Assert.True(double.IsNaN(matrix.ClassAccuracy(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[-1, 0]);
    }

    [Fact]
    public void A_confusion_matrix_is_a_readable_table_in_any_culture()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Add([1, 0, 1, 0, 1, 0], [0, 0, 1]);
        string expected = """
            actual \ predicted  0  1   accuracy
            0 cat               2  0    100.0 %
            1 dog               1  0      0.0 %
            """;

        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(expected.ReplaceLineEndings("\n"), matrix.ToString(["cat", "dog"]));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }

        Assert.Throws<ArgumentException>(() => matrix.ToString(["cat"]));
    }
}
