using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Clipping;

public class GradientClippingTests
{
    private const int Batch = 150;

    private static readonly float[] s_inputs = TestRows.Numbers(Batch * Wide.InputLength);
    private static readonly int[] s_labels = TestRows.Labels(Batch, Wide.OutputLength);

    [Fact]
    public void By_norm_scales_all_gradients_together_to_the_largest_norm()
    {
        // Plain descent at rate 1 moves every weight by its clipped gradient.
        const float Max = 0.25f;
        var (step, before) = Begin(new ByNorm(Max));
        float[] gradients = TestRows.All(step.Gradients);
        double norm = Math.Sqrt(gradients.Sum(g => (double)g * g));
        Assert.True(norm > 2 * Max);
        step.Update(new Sgd(1));

        float[] moved = Moved(step, before);
        Assert.Equal(gradients.Select(g => g * Max / (norm + 1e-6)), moved.Select(m => (double)m), (a, b) => Math.Abs(a - b) <= 1e-6);
        Assert.Equal(Max, Math.Sqrt(moved.Sum(m => (double)m * m)), 1e-4);
        Assert.Equal(gradients, TestRows.All(step.Gradients));
    }

    [Fact]
    public void The_denominator_of_a_norm_has_a_millionth_as_in_PyTorch()
    {
        // A gradient of norm 1e-6 and a largest norm of 1e-6: half of it is left. The bias starts at 0.
        var (step, _) = Begin(new ByNorm(1e-6f));
        foreach (StateEntry entry in step.Gradients.Values)
        {
            entry.CopyFrom(new float[entry.Length]);
        }

        StateEntry bias = step.Gradients["dense2.bias"];
        bias.CopyFrom([1e-6f, .. new float[bias.Length - 1]]);
        step.Update(new Sgd(1));
        Assert.Equal(-0.5e-6f, step.Network.Dense2.Bias!.ToArray()[0], 1e-9f);
    }

    [Fact]
    public void By_value_brings_every_element_into_its_bounds()
    {
        const float Max = 0.01f;
        var (step, before) = Begin(new ByValue(Max));
        float[] gradients = TestRows.All(step.Gradients);
        Assert.Contains(gradients, g => g > Max);
        Assert.Contains(gradients, g => g < -Max);
        step.Update(new Sgd(1));
        Assert.Equal(gradients.Select(g => Math.Clamp(g, -Max, Max)), Moved(step, before), (a, b) => Math.Abs(a - b) <= 1e-6f);
    }

    [Fact]
    public void Penalties_are_clipped_and_decay_is_not()
    {
        // With the loss's gradient at 0 only the penalty of Dense2 and the decay are left.
        var network = new Classifier(2);
        var step = network.CreateTrainingStep(4, 1);
        step.Clipping = new ByValue(1e-6f);
        float[] first = network.Dense1.Weight.ToArray(), second = network.Dense2.Weight.ToArray();
        step.Forward(TestRows.Numbers(4 * Classifier.InputLength));
        step.Backward(new float[4 * Classifier.OutputLength]);
        step.Update(new Sgd(1) { WeightDecay = 0.5f });
        Assert.Equal(first.Select(w => w / 2), network.Dense1.Weight.ToArray(), (a, b) => Math.Abs(a - b) <= 1e-7f);
        Assert.Equal(second.Select(w => (w / 2) - (1e-6f * Math.Sign(w))), network.Dense2.Weight.ToArray(), (a, b) => Math.Abs(a - b) <= 2e-7f);
        Assert.NotEqual(second.Select(w => w / 2), network.Dense2.Weight.ToArray());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_norm_is_the_same_for_any_number_of_threads(int threads) => Assert.Equal(Train(1), Train(threads));

    [Fact]
    public void A_gradient_that_is_not_finite_shows_in_the_weights_instead_of_being_clipped_away()
    {
        foreach (GradientClipping clipping in new GradientClipping[] { new ByNorm(1), new ByValue(1) })
        {
            var (step, _) = Begin(clipping);
            StateEntry bias = step.Gradients["dense3.bias"];
            bias.CopyFrom([float.NaN, .. new float[bias.Length - 1]]);
            step.Update(new Sgd(0.1f));
            Assert.True(float.IsNaN(step.Network.Dense3.Bias!.ToArray()[0]));
        }
    }

    [Fact]
    public void A_bound_that_is_not_above_0_is_refused()
    {
        Check(() => new ByNorm(0));
        Check(() => new ByNorm(float.NaN));
        Check(() => new ByValue(-1));
        Check(() => new ByValue(1) with { Max = float.PositiveInfinity });

        static void Check(Func<GradientClipping> make) => Assert.Equal("Max", Assert.Throws<ArgumentOutOfRangeException>(make).ParamName);
    }

    private static (TrainingStep<Wide> Step, float[] Before) Begin(GradientClipping clipping)
    {
        var network = new Wide(7);
        var step = network.CreateTrainingStep(Batch, 2);
        step.Clipping = clipping;
        step.ForwardBackward(s_inputs, s_labels);
        return (step, Trained(network));
    }

    private static float[] Moved(TrainingStep<Wide> step, float[] before) =>
        [.. before.Zip(Trained(step.Network), (old, now) => old - now)];

    private static float[] Trained(Wide network) =>
        [.. network.State.Values.Where(entry => entry.IsTrainable).SelectMany(entry => entry.ToArray())];

    private static float[] Train(int threads)
    {
        var network = new Wide(7);
        var step = network.CreateTrainingStep(Batch, threads);
        step.Clipping = new ByNorm(0.2f);
        for (int i = 0; i < 5; i++)
        {
            step.Step(s_inputs, s_labels, new AdamW(1e-2f));
        }

        return TestRows.All(network.State);
    }
}
