using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>What a step refuses, by argument and message.</summary>
public class StepArgumentTests
{
    private const int Batch = 45;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    [Fact]
    public void Nesterov_without_momentum_is_refused_before_anything_has_changed()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        var optimizer = new Sgd(0.1f) { Nesterov = true };
        Refusal.Check<ArgumentException>("optimizer", "Momentum is 0", () => step.Step(s_inputs, s_labels, optimizer));
        step.ForwardBackward(s_inputs, s_labels);
        float[] before = TestRows.All(network.State);
        Refusal.Check<ArgumentException>("optimizer", "Momentum is 0", () => step.Update(optimizer));
        Assert.Contains("Momentum is 0", Assert.Throws<ArgumentException>(() => { _ = new Trainer<Classifier>(network, optimizer); }).Message);
        Assert.Equal(before, TestRows.All(network.State));
    }

    [Fact]
    public void One_row_cannot_be_trained_through_batch_statistics()
    {
        var step = new Classifier(1).CreateTrainingStep(Batch, 1);
        Assert.Contains("BatchNorm1", Assert.Throws<ArgumentException>(() => step.Step(new float[7], new int[1], new Sgd())).Message);
        Assert.True(float.IsFinite(step.EvaluateLoss(new float[7], new int[1])));
    }

    [Fact]
    public void Wrong_inputs_and_targets_are_named()
    {
        var step = new Classifier(1).CreateTrainingStep(4, 1);
        float[] inputs = new float[14];
        Refusal.Check<ArgumentException>("inputs", "rows of 7 numbers; 15 numbers", () => step.Step(new float[15], new int[2], new Sgd()));
        Refusal.Check<ArgumentException>("inputs", "No rows were given", () => step.Step(Array.Empty<float>(), new int[2], new Sgd()));
        Refusal.Check<ArgumentException>("inputs", "room for 4 rows (the largest batch asked for); these are 5",
            () => step.Step(new float[35], new int[5], new Sgd()));
        Refusal.Check<ArgumentException>("inputs", "takes float inputs", () => step.Step(new int[14], new int[2], new Sgd()));
        Refusal.Check<ArgumentException>("targets", "takes float probabilities, 5 a row, 10 for these inputs; these are 9",
            () => step.Step(inputs, new float[9], new Sgd()));
        Refusal.Check<ArgumentException>("targets", "2 for these inputs; these are 3", () => step.Step(inputs, new int[3], new Sgd()));
        Refusal.Check<ArgumentOutOfRangeException>("targets", "label of row 1 is 5; Classifier has 5 classes, 0 to 4",
            () => step.Step(inputs, new[] { 0, 5 }, new Sgd()));
        Refusal.Check<ArgumentOutOfRangeException>("targets", "label of row 0 is -1", () => step.EvaluateLoss(inputs, new[] { -1, 5 }));

        var binary = new YesOrNo(1).CreateTrainingStep(4, 1);
        Refusal.Check<ArgumentException>("targets", "takes float probabilities, 1 a row; these are 2 int labels",
            () => binary.Step(new float[8], new int[2], new Sgd()));
        Refusal.Check<ArgumentException>("targets", "2 for these inputs; these are 3", () => binary.Step(new float[8], new float[3], new Sgd()));
        Refusal.Check<ArgumentOutOfRangeException>("targets", "target of row 1, output 0, is 1.5",
            () => binary.Step(new float[8], new[] { 0.5f, 1.5f }, new Sgd()));
        Refusal.Check<ArgumentOutOfRangeException>("targets", "is NaN", () => binary.Step(new float[8], new[] { 0.5f, float.NaN }, new Sgd()));
    }

    [Fact]
    public void A_gradient_of_the_outputs_that_is_not_finite_is_refused()
    {
        var step = new WithoutLoss(4).CreateTrainingStep(8, 1);
        step.Forward(new float[8 * 4]);
        float[] gradient = new float[16];
        gradient[7] = float.NegativeInfinity;
        Refusal.Check<ArgumentException>("outputGradient", "row 3, output 1, is -", () => step.Backward(gradient));
        step.Backward(new float[16]);
    }

    [Fact]
    public void Factors_out_of_their_domain_are_refused()
    {
        var step = new Classifier(1).CreateTrainingStep(4, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => step.LearningRateFactor = -1);
        Assert.Throws<ArgumentOutOfRangeException>("Momentum", () => step.Momentum = 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => step.RegularizationFactor = float.NaN);
        Assert.Contains("0.25", Assert.Throws<ArgumentOutOfRangeException>(() => step.DropoutFactor = 4).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Classifier(1).CreateTrainingStep(0));
        Refusal.Check<ArgumentOutOfRangeException>("threads", "0 (as many as there are processors) to 1024",
            () => new Classifier(1).CreateTrainingStep(1, -1));
        Refusal.Check<ArgumentOutOfRangeException>("threads", "to 1024", () => new Classifier(1).CreateTrainingStep(1, 1025));
    }

    [Fact]
    public void A_batch_that_no_array_can_hold_is_refused_with_the_largest_that_fits()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new Classifier(1).CreateTrainingStep(int.MaxValue));
        Assert.Equal(("maxBatchSize", (object)int.MaxValue), (exception.ParamName, exception.ActualValue));
        int largest = Layerwright.Runtime.StepMemory.LargestBatch(((Layerwright.Runtime.INetworkCode)new Classifier(1)).Blueprint);
        Assert.Contains($"Classifier can train on {largest} rows at most", exception.Message);
        Assert.InRange(largest, 1_000_000, int.MaxValue / Classifier.InputLength);
    }
}
