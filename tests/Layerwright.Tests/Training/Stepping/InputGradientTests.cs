using Layerwright.Tests.Networks;

namespace Layerwright.Tests.Training.Stepping;

public class InputGradientTests
{
    private const int Batch = 45;

    [Fact]
    public void The_gradient_of_the_inputs_is_the_losss_slope()
    {
        const int Rows = 40;
        float[] inputs = TestRows.Numbers(Rows * WithInputGradient.InputLength),
            targets = TestRows.Numbers(Rows * WithInputGradient.OutputLength, 3);
        var step = new WithInputGradient(1).CreateTrainingStep(Rows, 2);
        step.ForwardBackward(inputs, targets);
        float[] gradient = step.InputGradient.ToArray();
        Assert.Equal(inputs.Length, gradient.Length);

        // Along the gradient itself, where the slope is largest and so least noisy: its length squared.
        const float Step = 0.05f;
        float norm = MathF.Sqrt(gradient.Sum(g => g * g));
        float Loss(float distance) => step.ForwardBackward(inputs.Zip(gradient, (x, g) => x + (distance * g / norm)).ToArray(), targets);
        Assert.Equal(norm, (Loss(Step) - Loss(-Step)) / (2 * Step), 0.01f * norm);

        var other = new Classifier(1).CreateTrainingStep(Batch, 1);
        Assert.Throws<InvalidOperationException>(() => other.InputGradient.Length);
    }

    [Fact]
    public void The_gradient_of_the_inputs_has_the_rows_of_the_last_backward_pass()
    {
        var step = new WithInputGradient(1).CreateTrainingStep(8, 1);
        float[] inputs = TestRows.Numbers(8 * WithInputGradient.InputLength);
        Assert.Throws<InvalidOperationException>(() => step.InputGradient.Length);
        step.ForwardBackward(inputs.AsSpan(0, 3 * WithInputGradient.InputLength), new float[3 * WithInputGradient.OutputLength]);
        float[] gradient = step.InputGradient.ToArray();
        step.Forward(inputs);
        Assert.Equal(3 * WithInputGradient.InputLength, gradient.Length);
        Assert.Equal(gradient, step.InputGradient.ToArray());
        step.Backward(new float[8 * WithInputGradient.OutputLength]);
        Assert.Equal(inputs.Length, step.InputGradient.Length);
    }
}
