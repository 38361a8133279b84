using Layerwright.Runtime;

namespace Layerwright.Tests.Training;

public class RocAucTests
{
    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order()
    {
        Assert.Equal(0.75, Area([0.1f, 0.4f, 0.35f, 0.8f], [0, 0, 1, 1]));
        Assert.Equal(0.875, Area([0.1f, 0.4f, 0.4f, 0.8f], [0, 0, 1, 1]));
        Assert.Equal(0.5, Area([0.3f, 0.3f, 0.3f], [0, 1, 0]));
        Assert.Equal(1, Area([0.1f, 0.9f], [0, 1]));
        Assert.Equal(0, Area([0.9f, 0.1f], [0, 1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ties_count_one_half_each_in_rows_of_any_order(int seed)
    {
        var random = new Random(seed);
        float[] scores = [.. Enumerable.Range(0, 400).Select(_ => random.Next(30) / 30f)];
        float[] targets = [.. scores.Select(score => random.NextSingle() < 0.2f + (score / 2) ? 1f : 0f)];
        double right = 0;
        long pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (targets[i] == 1 && targets[j] == 0)
                {
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }

        Assert.Equal(right / pairs, Area(scores, targets), 12);
    }

    [Fact]
    public void One_class_is_measured_against_the_rest()
    {
        float[] scores = [0.5f, 0.3f, 0.2f, 0.1f, 0.6f, 0.3f, 0.2f, 0.4f, 0.4f, 0.3f, 0.1f, 0.6f];
        int[] labels = [0, 1, 1, 2];
        double Of(int label)
        {
            MetricAccumulator accumulator = new RocAuc(label).CreateAccumulator(3, TargetKind.LabelsOrProbabilities);
            accumulator.Add(scores.AsSpan(0, 6), labels.AsSpan(0, 2), []);
            accumulator.Add(scores.AsSpan(6), labels.AsSpan(2), []);
            return accumulator.Value;
        }

        Assert.Equal((1, 1, 1), (Of(0), Of(1), Of(2)));
        labels = [1, 0, 1, 2];
        Assert.Equal((0, 0.5, 1), (Of(0), Of(1), Of(2)));

        MetricAccumulator ofTwo = new RocAuc().CreateAccumulator(2, TargetKind.Labels);
        ofTwo.Add([1, 0, 0, 1], [0, 1], []);
        Assert.Equal(1, ofTwo.Value);
    }

    [Fact]
    public void It_is_exact_again_after_a_reset_and_when_asked_between_batches()
    {
        MetricAccumulator accumulator = new RocAuc().CreateAccumulator(1, TargetKind.Probabilities);
        accumulator.Reserve(2);
        accumulator.Add([0.9f, 0.1f], [], [0, 1]);
        Assert.Equal(0, accumulator.Value);
        accumulator.Add([0.95f, 0.05f, 0.5f], [], [1, 0, 0]);
        Assert.Equal(4 / 6.0, accumulator.Value, 12);
        accumulator.Reset();
        Assert.True(double.IsNaN(accumulator.Value));
        accumulator.Add([0.2f, 0.7f], [], [0, 1]);
        Assert.Equal(1, accumulator.Value);
    }

    [Fact]
    public void Rows_of_one_kind_or_scores_that_are_no_numbers_have_no_area()
    {
        Assert.True(double.IsNaN(Area([0.1f, 0.2f], [1, 1])));
        Assert.True(double.IsNaN(Area([0.1f, 0.2f], [0, 0])));
        Assert.True(double.IsNaN(Area([0.1f, float.NaN, 0.2f], [0, 1, 1])));
    }

    [Fact]
    public void Of_several_outputs_one_must_be_chosen()
    {
        ClassMetricTests.AssertMessage("say which of the 3", () => new RocAuc().CreateAccumulator(3, TargetKind.Labels));
        ClassMetricTests.AssertMessage("say which of the 2", () => new RocAuc().CreateAccumulator(2, TargetKind.Probabilities));
        ClassMetricTests.AssertMessage("takes values", () => new RocAuc().CreateAccumulator(1, TargetKind.Values));
    }

    private static double Area(float[] scores, float[] targets)
    {
        MetricAccumulator accumulator = new RocAuc().CreateAccumulator(1, TargetKind.Probabilities);
        accumulator.Add(scores, [], targets);
        return accumulator.Value;
    }
}
