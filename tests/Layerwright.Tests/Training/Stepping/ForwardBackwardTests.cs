using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

/// <summary>Forward and backward passes apart, from a gradient that the caller gives.</summary>
public class ForwardBackwardTests
{
    private const int Batch = 45;

    [Fact]
    public void Forward_and_backward_with_the_losss_own_gradient_give_the_steps_gradients()
    {
        // Mean squared error: its gradient with respect to the outputs is written by hand here.
        float[] inputs = TestRows.Numbers(Batch * Regression.InputLength), targets = TestRows.Numbers(Batch * Regression.OutputLength, 5);
        var whole = new Regression(3).CreateTrainingStep(Batch, 1);
        whole.ForwardBackward(inputs, targets);

        var parts = new Regression(3).CreateTrainingStep(Batch, 1);
        parts.Forward(inputs);
        Assert.Equal(whole.Outputs.ToArray(), parts.Outputs.ToArray());
        float[] gradient = [.. parts.Outputs.ToArray().Select((output, i) => 2 * (output - targets[i]) / targets.Length)];
        parts.Backward(gradient);
        foreach ((string name, StateEntry entry) in whole.Gradients)
        {
            Assert.Equal(entry.ToArray(), parts.Gradients[name].ToArray(), (a, b) => Math.Abs(a - b) <= 1e-6f);
        }
    }

    [Fact]
    public void A_network_without_a_loss_trains_through_its_own_gradient_only()
    {
        var network = new WithoutLoss(4);
        var step = network.CreateTrainingStep(8, 1);
        float[] inputs = TestRows.Numbers(8 * WithoutLoss.InputLength);
        Assert.Contains("declares no loss",
            Assert.Throws<InvalidOperationException>(() => step.Step(inputs, new float[16], new Sgd())).Message);

        double before = SumOfOutputs();
        for (int i = 0; i < 20; i++)
        {
            step.Forward(inputs);
            step.Backward(Enumerable.Repeat(1f, 16).ToArray());
            step.Update(new Sgd(0.01f));
        }

        Assert.True(SumOfOutputs() < before - 1);

        double SumOfOutputs()
        {
            step.Forward(inputs);
            return step.Outputs.ToArray().Sum();
        }
    }

    [Fact]
    public void Each_backward_pass_needs_a_forward_pass_and_an_update_needs_gradients()
    {
        var step = new WithoutLoss(4).CreateTrainingStep(8, 1);
        Assert.Throws<InvalidOperationException>(() => step.Backward(new float[16]));
        Assert.Throws<InvalidOperationException>(() => step.Update(new Sgd()));
        step.Forward(new float[8 * 4]);
        Assert.Contains("16 outputs", Assert.Throws<ArgumentException>(() => step.Backward(new float[15])).Message);
        step.Backward(new float[16]);
        Assert.Throws<InvalidOperationException>(() => step.Backward(new float[16]));
    }
}
