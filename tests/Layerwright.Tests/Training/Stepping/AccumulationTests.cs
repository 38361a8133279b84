using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

public class AccumulationTests
{
    private const int Rows = 24;

    private static readonly float[] s_inputs = TestRows.Numbers(Rows * Regression.InputLength);
    private static readonly float[] s_targets = TestRows.Numbers(Rows * Regression.OutputLength, 3);

    [Fact]
    public void Gradients_of_further_batches_are_added_to_those_stored()
    {
        var step = new Regression(1).CreateTrainingStep(Rows, 1);
        Forward(step, 0, 10);
        float[] first = TestRows.All(step.Gradients);
        Forward(step, 10, 14);
        float[] second = TestRows.All(step.Gradients);

        Forward(step, 0, 10);
        Accumulate(step, 10, 14);
        Assert.Equal(first.Zip(second, (a, b) => a + b), TestRows.All(step.Gradients), (a, b) => Math.Abs(a - b) <= 1e-6f);
    }

    [Fact]
    public void Penalties_enter_once()
    {
        // Gradients of Classifier's Dense2 hold L1 and L2; a batch whose rows weigh nothing adds nothing to them.
        float[] inputs = TestRows.Numbers(8 * Classifier.InputLength);
        int[] labels = TestRows.Labels(8, Classifier.OutputLength);
        var step = new Classifier(1).CreateTrainingStep(8, 1);
        float loss = step.ForwardBackward(inputs, labels);
        float[] once = TestRows.All(step.Gradients);
        Assert.NotEqual(0, step.Penalty);
        Assert.Equal(step.Penalty, step.Accumulate(inputs, labels, new float[8]));
        Assert.Equal(once, TestRows.All(step.Gradients));
        Assert.True(loss > step.Penalty);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_number_of_threads_gives_the_same_bits(int threads) => Assert.Equal(Train(1), Train(threads));

    [Fact]
    public void There_must_be_gradients_to_add_to()
    {
        var step = new Regression(1).CreateTrainingStep(Rows, 1);
        Assert.Contains("No gradients are stored to add to", Assert.Throws<InvalidOperationException>(() => Accumulate(step, 0, 4)).Message);
        Forward(step, 0, 4);
        Accumulate(step, 4, 4);
        step.Step(s_inputs, s_targets, new Sgd());
        Assert.Throws<InvalidOperationException>(() => Accumulate(step, 0, 4));
    }

    [Fact]
    public void After_a_batch_that_failed_no_gradients_are_stored()
    {
        var step = new Regression(1).CreateTrainingStep(Rows, 1);
        Forward(step, 0, 4);
        float[] broken = [.. s_inputs];
        broken[3] = float.NaN;
        Assert.Throws<TrainingDivergedException>(() => step.Accumulate(broken, s_targets));
        Assert.Throws<InvalidOperationException>(() => step.Update(new Sgd()));
    }

    private static float Forward(TrainingStep<Regression> step, int first, int rows) => step.ForwardBackward(
        s_inputs.AsSpan(first * Regression.InputLength, rows * Regression.InputLength),
        s_targets.AsSpan(first * Regression.OutputLength, rows * Regression.OutputLength));

    private static float Accumulate(TrainingStep<Regression> step, int first, int rows) => step.Accumulate(
        s_inputs.AsSpan(first * Regression.InputLength, rows * Regression.InputLength),
        s_targets.AsSpan(first * Regression.OutputLength, rows * Regression.OutputLength));

    private static float[] Train(int threads)
    {
        const int WideRows = 150;
        float[] inputs = TestRows.Numbers(WideRows * Wide.InputLength);
        int[] labels = TestRows.Labels(WideRows, Wide.OutputLength);
        var network = new Wide(7);
        var step = network.CreateTrainingStep(WideRows, threads);
        for (int i = 0; i < 3; i++)
        {
            step.ForwardBackward(inputs, labels);
            step.Accumulate(inputs.AsSpan(0, 100 * Wide.InputLength), labels.AsSpan(0, 100));
            step.Update(new AdamW(1e-2f));
        }

        return TestRows.All(network.State);
    }
}
