namespace Layerwright.Tests.Insight.Reporting;

public sealed class MistakeTests
{
    [Fact]
    public void The_worst_are_those_whose_own_class_got_least_against_the_one_that_won()
    {
        // Class 0 is right throughout; the features are the probabilities.
        Dataset data = Rows(3, 3, [0.9f, 0.1f, 0], [0.2f, 0.8f, 0], [0.4f, 0.6f, 0], [0.05f, 0.05f, 0.9f], [0.2f, 0, 0.8f]);

        IReadOnlyList<Mistake> worst = Mistake.Worst(new Echo(3), data, count: 3);

        Assert.Equal([3, 1, 4], worst.Select(mistake => mistake.Row));
        Assert.Equal([2, 1, 2], worst.Select(mistake => mistake.Predicted));
        Assert.Equal(0.9, worst[0].Probability!.Value, 1e-6);
        Assert.Equal(0.05, worst[0].LabelProbability!.Value, 1e-6);
        Assert.Equal([0.05f, 0.05f, 0.9f], worst[0].Input.ToArray());
        Assert.Equal(4, Mistake.Worst(new Echo(3), data).Count);
        Assert.Empty(Mistake.Worst(new Echo(3), data, count: 0));
    }

    [Fact]
    public void A_single_output_is_the_probability_of_the_second_class()
    {
        Mistake mistake = Mistake.Worst(new Echo(1), Rows(1, 2, [0.3f], [0.7f])).Single();

        Assert.Equal((1, 1), (mistake.Row, mistake.Predicted));
        Assert.Equal(0.3, mistake.LabelProbability!.Value, 1e-6);
    }

    [Fact]
    public void Scores_are_not_taken_for_probabilities()
    {
        Mistake mistake = Mistake.Worst(new Echo(2), Rows(2, 2, [-3f, 5f])).Single();

        Assert.Null(mistake.Probability);
        Assert.Null(mistake.LabelProbability);
    }

    [Fact]
    public void Ignored_rows_are_no_mistakes()
    {
        Dataset data = Dataset.FromLabels(new float[] { 0, 1, 0, 1 }, new[] { 0, -100 }, 2, ignoreLabel: -100);

        Assert.Equal([0], Mistake.Worst(new Echo(2), data).Select(mistake => mistake.Row));
    }

    [Fact]
    public void Data_that_the_network_does_not_fit_is_refused_by_name()
    {
        Assert.Contains("targets", Fault(new Echo(2), Dataset.FromTargets(new float[4], new float[2], 1)), StringComparison.Ordinal);
        Assert.Contains("2 labels", Fault(new Echo(4), Dataset.FromLabels(new float[4], new int[2], 4, labelsPerRow: 2)), StringComparison.Ordinal);
        Assert.Contains("rows of 3", Fault(new Echo(3), Rows(2, 2, [0f, 1f])), StringComparison.Ordinal);
        Assert.Contains("3 outputs", Fault(new Echo(3), Rows(3, 2, [0f, 1f, 0f])), StringComparison.Ordinal);

        static string Fault(IPredictor predictor, Dataset data) => Assert.Throws<ArgumentException>(() => Mistake.Worst(predictor, data)).Message;
    }

    private static Dataset Rows(int length, int classes, params float[][] rows)
    {
        Assert.All(rows, row => Assert.Equal(length, row.Length));
        return Dataset.FromLabels(rows.SelectMany(row => row).ToArray(), new int[rows.Length], classes);
    }
}
