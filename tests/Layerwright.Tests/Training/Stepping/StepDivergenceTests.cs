using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>Numbers that are not finite end a step before it has changed anything.</summary>
public class StepDivergenceTests
{
    private const int Batch = 45;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Classifier.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Classifier.OutputLength);

    [Fact]
    public void A_loss_that_is_not_finite_throws_before_anything_has_changed()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        step.Step(s_inputs, s_labels, new Adam());
        float[] before = TestRows.All(network.State);
        float[] broken = [.. s_inputs];
        broken[10] = float.NaN;

        var exception = Assert.Throws<TrainingDivergedException>(() => step.Step(broken, s_labels, new Adam()));
        Assert.Equal((1L, float.NaN), (exception.Step, exception.Loss));
        Assert.Equal(before, TestRows.All(network.State));
        Assert.True(float.IsFinite(step.Step(s_inputs, s_labels, new Adam())));
    }

    [Fact]
    public void After_a_pass_that_failed_no_gradients_are_stored()
    {
        var step = new Classifier(1).CreateTrainingStep(Batch, 1);
        step.ForwardBackward(s_inputs, s_labels);
        float[] broken = [.. s_inputs];
        broken[10] = float.NaN;
        Assert.Throws<TrainingDivergedException>(() => step.ForwardBackward(broken, s_labels));
        Assert.Contains("No gradients are stored", Assert.Throws<InvalidOperationException>(() => step.Update(new Sgd())).Message);
    }

    [Fact]
    public void Outputs_that_are_not_finite_end_a_forward_pass_and_restore_the_statistics()
    {
        var network = new Classifier(1);
        var step = network.CreateTrainingStep(Batch, 1);
        float[] before = TestRows.All(network.State);
        float[] broken = [.. s_inputs];
        broken[10] = float.NaN;

        var exception = Assert.Throws<TrainingDivergedException>(() => step.Forward(broken));
        Assert.Contains("output 0 of row 0 is NaN. Weights and running statistics are as before the step.", exception.Message);
        Assert.Equal(before, TestRows.All(network.State));
        Assert.Throws<InvalidOperationException>(() => step.Backward(new float[Batch * Classifier.OutputLength]));
        step.Forward(s_inputs);
        Assert.NotEqual(before, TestRows.All(network.State));
    }
}
