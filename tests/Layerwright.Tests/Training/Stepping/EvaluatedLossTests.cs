using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

public class EvaluatedLossTests
{
    private const int Batch = 45;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    [Fact]
    public void Evaluating_a_loss_changes_nothing()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        step.Step(s_inputs, s_labels, new Sgd(0.1f));
        float[] before = TestRows.All(network.State);
        long passes = step.ForwardPasses;

        float loss = step.EvaluateLoss(s_inputs, s_labels);
        Assert.Equal(loss, step.EvaluateLoss(s_inputs, s_labels));
        Assert.Equal(before, TestRows.All(network.State));
        Assert.Equal(passes, step.ForwardPasses);

        step.Step(s_inputs, s_labels, new Sgd(0.1f));
        Assert.NotEqual(loss, step.EvaluateLoss(s_inputs, s_labels));
    }

    [Fact]
    public void An_evaluated_loss_is_the_mean_over_rows_of_the_predicted_probabilities_logarithm()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        var probabilities = new float[Batch * Classifier.OutputLength];
        network.CreatePredictor(Batch).Predict(s_inputs, probabilities);
        double expected = Enumerable.Range(0, Batch)
            .Average(row => -Math.Log(probabilities[(row * Classifier.OutputLength) + s_labels[row]]));
        Assert.Equal(expected, step.EvaluateLoss(s_inputs, s_labels), 1e-5);
    }

    [Fact]
    public void A_sample_weight_multiplies_its_rows_loss_and_the_sum_is_divided_by_the_rows()
    {
        var step = new Wide(2).CreateTrainingStep(4, 1);
        float[] inputs = TestRows.Numbers(4 * Wide.InputLength);
        int[] labels = [1, 2, 3, 4];
        float Loss(params float[] weights) => step.EvaluateLoss(inputs, labels, weights);

        float sum = Loss(1, 0, 0, 0) + Loss(0, 1, 0, 0) + Loss(0, 0, 1, 0) + Loss(0, 0, 0, 1);
        Assert.Equal(step.EvaluateLoss(inputs, labels), sum, 1e-5f);
        Assert.Equal(3 * Loss(0, 1, 0, 0), Loss(0, 3, 0, 0), 1e-5f);
        Refusal.Check<ArgumentException>("sampleWeights", "4 rows but 3", () => Loss(1, 2, 3));
        Refusal.Check<ArgumentException>("sampleWeights", "sample weight of row 2 is", () => Loss(1, 0, float.NegativeInfinity, 1));
        Refusal.Check<ArgumentException>("sampleWeights", "sample weight of row 1 is NaN", () => Loss(1, float.NaN, 1, 1));
        Refusal.Check<ArgumentException>("sampleWeights", "sample weight of row 3 is", () => Loss(1, 0, 1, float.PositiveInfinity));
    }
}
