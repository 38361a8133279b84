namespace Layerwright.Tests.UsersEye;

/// <summary>A loop of one's own over training steps.</summary>
public class OwnLoopTests
{
    [Fact]
    public void A_loop_steps_by_itself()
    {
        Dataset data = FlowerNet.Data(64);
        var step = new FlowerNet(seed: 1).CreateTrainingStep(maxBatchSize: 32, threads: 1);
        var optimizer = new Sgd(0.1f) { Momentum = 0.9f };
        var inputs = new float[32 * data.InputLength];
        var labels = new int[32];
        int[] order = [.. Enumerable.Range(0, 32)];
        data.CopyInputs(order, inputs);
        data.CopyLabels(order, labels);

        Assert.Equal((32, 1), (step.MaxBatchSize, step.Threads));
        float first = step.Step(inputs, labels, optimizer);
        for (int i = 0; i < 30; i++)
        {
            step.Step(inputs, labels, optimizer);
        }

        Assert.True(step.EvaluateLoss(inputs, labels) < first / 2);
        Assert.Equal(32 * 4, step.InputGradient.Length);
    }

    [Fact]
    public void A_loss_of_ones_own_goes_back_through_the_network()
    {
        Dataset data = FlowerNet.Data(8);
        var step = new FlowerNet(seed: 1).CreateTrainingStep(maxBatchSize: 8);
        var inputs = new float[8 * 4];
        data.CopyInputs([0, 1, 2, 3, 4, 5, 6, 7], inputs);

        // ½·|outputs|², whose gradient is the outputs.
        double Squares()
        {
            step.Forward(inputs);
            return step.Outputs.ToArray().Sum(output => 0.5 * output * output);
        }

        double first = Squares();
        step.Backward(step.Outputs.ToArray());
        step.Update(new Sgd(0.02f));
        Assert.True(Squares() < first);
    }

    [Fact]
    public void A_schedule_is_asked_by_a_loop()
    {
        var warmup = new Warmup(4, Then: new StepDecay(EveryEpochs: 3, Gamma: 0.5f));

        Assert.Equal((4, 0.5f), (warmup.Steps, ((StepDecay)warmup.Then!).Gamma));
        Assert.True(warmup.Factor(0, totalSteps: 100, stepsPerEpoch: 10) < warmup.Factor(3, 100, 10));
        Assert.Equal(1, warmup.Factor(4, 100, 10));
        Assert.Equal(0.5f, warmup.Factor(40, 100, 10));
    }
}
