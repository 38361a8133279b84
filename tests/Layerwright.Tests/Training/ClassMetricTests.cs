using Layerwright.Runtime;

namespace Layerwright.Tests.Training;

public class ClassMetricTests
{
    // Of class 0: 3 hits, 4 predictions, 5 rows; of class 1: 2, 4, 3; of class 2: 1, 2, 2; of class 3 none.
    private static readonly int[] s_labels = [0, 0, 0, 0, 1, 1, 1, 2, 2, 0];
    private static readonly int[] s_predicted = [0, 0, 1, 2, 1, 1, 0, 1, 2, 0];

    public static TheoryData<Metric, double> OfClasses => new()
    {
        { new Precision(0), 3 / 4.0 },
        { new Recall(0), 3 / 5.0 },
        { new F1(0), 2 / 3.0 },
        { new Precision(1), 1 / 2.0 },
        { new Recall(1), 2 / 3.0 },
        { new F1(1), 4 / 7.0 },
        { new Precision(3), 0 },
        { new Recall(3), 0 },
        { new F1(3), 0 },
        { new Precision(), (0.75 + 0.5 + 0.5) / 3 },
        { new Recall(), (0.6 + (2 / 3.0) + 0.5) / 3 },
        { new F1(), ((2 / 3.0) + (4 / 7.0) + 0.5) / 3 },
        { new TopK(1), 6 / 10.0 },
        { new TopK(2), 9 / 10.0 },
        { new TopK(3), 1 },
    };

    [Theory]
    [MemberData(nameof(OfClasses))]
    public void Metrics_of_classes_count_hits_predictions_and_rows(Metric metric, double expected)
    {
        foreach (var target in new[] { TargetKind.Labels, TargetKind.LabelsOrProbabilities })
        {
            MetricAccumulator accumulator = metric.CreateAccumulator(4, target);
            Assert.True(double.IsNaN(accumulator.Value));
            accumulator.Add(Scores(s_predicted), s_labels, []);
            Assert.Equal(expected, accumulator.Value, 12);

            // In two batches, after something else.
            accumulator.Add([0, 0, 0, 1], [3], []);
            accumulator.Reset();
            accumulator.Add(Scores(s_predicted[..7]), s_labels.AsSpan(0, 7), []);
            accumulator.Add(Scores(s_predicted[7..]), s_labels.AsSpan(7), []);
            Assert.Equal(expected, accumulator.Value, 12);
        }
    }

    [Fact]
    public void The_mean_over_classes_holds_one_that_is_only_predicted_or_only_present()
    {
        double Of(Metric metric, int[] predicted, int[] labels)
        {
            MetricAccumulator accumulator = metric.CreateAccumulator(4, TargetKind.Labels);
            accumulator.Add(Scores(predicted), labels, []);
            return accumulator.Value;
        }

        Assert.Equal(0.5, Of(new Precision(), [0, 1], [0, 0]));
        Assert.Equal(0.25, Of(new Recall(), [0, 1], [0, 0]));
        Assert.Equal(0.25, Of(new Precision(), [0, 0], [0, 1]));
        Assert.Equal(0.5, Of(new Recall(), [0, 0], [0, 1]));
        Assert.Equal(1 / 3.0, Of(new F1(), [0, 0], [0, 1]), 12);
    }

    [Fact]
    public void Yes_or_no_outputs_are_yes_above_one_half_and_the_mean_is_over_all_of_them()
    {
        // Output 0: 1 hit, 2 predictions, 2 rows. Output 1: 2, 2, 3. Output 2 is never yes.
        float[] predictions = [0.9f, 0.6f, 0.5f, 0.7f, 0.1f, 0, 0.2f, 0.8f, 0, 0.5f, 0.2f, 0.1f];
        float[] targets = [1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0];
        double Of(Metric metric)
        {
            MetricAccumulator accumulator = metric.CreateAccumulator(3, TargetKind.Probabilities);
            accumulator.Add(predictions, [], targets);
            return accumulator.Value;
        }

        Assert.Equal((0.5, 1.0, 0.0), (Of(new Precision(0)), Of(new Precision(1)), Of(new Precision(2))));
        Assert.Equal((0.5, 2 / 3.0, 0.0), (Of(new Recall(0)), Of(new Recall(1)), Of(new Recall(2))));
        Assert.Equal(0.5, Of(new Precision()));
        Assert.Equal((0.5 + (2 / 3.0)) / 3, Of(new Recall()), 12);
        Assert.Equal((0.5 + 0.8) / 3, Of(new F1()), 12);
    }

    [Fact]
    public void Of_equal_outputs_the_first_counts_as_more_probable_and_what_is_no_number_hits_nothing()
    {
        MetricAccumulator two = new TopK(2).CreateAccumulator(3, TargetKind.Labels);
        two.Add([1, 1, 1], [1], []);
        Assert.Equal(1, two.Value);
        two.Add([1, 1, 1], [2], []);
        Assert.Equal(0.5, two.Value);
        two.Reset();
        two.Add([float.NaN, float.NaN, float.NaN, 0, float.NaN, float.NaN], [2, 0], []);
        Assert.Equal(0, two.Value);
    }

    [Fact]
    public void Names_tell_the_class_and_equal_metrics_are_equal()
    {
        Assert.Equal(["Precision", "Recall(2)", "F1(0)", "ROC AUC(1)", "Top-5"],
            ((Metric[])[new Precision(), new Recall(2), new F1(0), new RocAuc(1), new TopK()]).Select(metric => metric.Name));
        Assert.Equal(new Recall(2), new Recall(2));
        Assert.NotEqual(new Recall(2), new Recall());
        Assert.Equal("62.50 %", new TopK().Format(0.625));
        Assert.All([new Precision(), new Recall(), new F1(), new RocAuc(), new TopK(), new RSquared()], (Metric metric) => Assert.True(metric.HigherIsBetter));
    }

    [Fact]
    public void A_class_that_there_is_not_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new F1(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new F1() with { Class = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopK(0));
        AssertMessage("Recall(3) cannot be measured: the network has 3 outputs, 0 to 2", () => new Recall(3).CreateAccumulator(3, TargetKind.Labels));
        AssertMessage("Top-5 cannot be measured: the network has 4 classes", () => new TopK().CreateAccumulator(4, TargetKind.Labels));
        AssertMessage("F1 cannot be measured: the network's loss takes values", () => new F1().CreateAccumulator(3, TargetKind.Values));
        AssertMessage("Top-1 cannot be measured: the network's loss takes probabilities", () => new TopK(1).CreateAccumulator(3, TargetKind.Probabilities));
    }

    internal static void AssertMessage(string message, Action action) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(action).Message, StringComparison.Ordinal);

    /// <summary>Rows of four scores: the predicted class first, then the others in order.</summary>
    private static float[] Scores(int[] predicted) =>
        [.. predicted.SelectMany(label => Enumerable.Range(0, 4).Select(column => column == label ? 1 : 0.5f - (0.1f * column)))];
}
