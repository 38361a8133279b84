namespace Layerwright.Tests.Training;

public class TrainerFactorTests
{
    [Fact]
    public void A_factor_on_penalties_does_what_other_penalties_would()
    {
        float[] Fit(float factor)
        {
            var net = new PenalisedNet(seed: 3);
            new Trainer<PenalisedNet>(net, new Sgd(0.1f)) { RegularizationFactor = factor, BatchSize = 16 }.Fit(Samples.Linear(40), epochs: 5);
            return Samples.Values(net.State);
        }

        float[] none = Fit(0), once = Fit(1), four = Fit(4);

        var free = new LinearNet(seed: 3);
        new Trainer<LinearNet>(free, new Sgd(0.1f)) { BatchSize = 16 }.Fit(Samples.Linear(40), epochs: 5);
        Assert.Equal(Samples.Values(free.State), none);
        Assert.True(Norm(four) < Norm(once) && Norm(once) < Norm(none));
    }

    [Fact]
    public void A_factor_on_dropout_turns_masks_off_or_up()
    {
        double Loss(float factor)
        {
            var trainer = new Trainer<NormalisedNet>(new NormalisedNet(seed: 3), new Sgd(1e-8f)) { DropoutFactor = factor, BatchSize = 1000 };
            return trainer.Fit(Samples.Spiral(1000), epochs: 1).TrainingLoss[0];
        }

        double none = Loss(0);

        Assert.NotEqual(none, Loss(1), 1e-6);
        Assert.NotEqual(Loss(1), Loss(5), 1e-6);

        // With masks and statistics of the whole batch alike, a step sees what a step without dropout would.
        var step = new NormalisedNet(seed: 3).CreateTrainingStep(1000);
        step.DropoutFactor = 0;
        Dataset data = Samples.Spiral(1000);
        float[] inputs = new float[2000];
        int[] labels = new int[1000], rows = [.. Enumerable.Range(0, 1000)];
        data.CopyInputs(rows, inputs);
        data.CopyLabels(rows, labels);
        Assert.Equal(step.ForwardBackward(inputs, labels), none, 1e-6);
    }

    [Fact]
    public void A_factor_outlives_a_larger_batch_and_is_checked()
    {
        var net = new PenalisedNet(seed: 3);
        var trainer = new Trainer<PenalisedNet>(net, new Sgd(0.1f)) { RegularizationFactor = 0, BatchSize = 64 };
        trainer.Fit(Samples.Linear(10), epochs: 1);
        trainer.Fit(Samples.Linear(64), epochs: 1);

        var free = new LinearNet(seed: 3);
        var other = new Trainer<LinearNet>(free, new Sgd(0.1f)) { BatchSize = 64 };
        other.Fit(Samples.Linear(10), epochs: 1);
        other.Fit(Samples.Linear(64), epochs: 1);
        Assert.Equal(Samples.Values(free.State), Samples.Values(net.State));

        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<PenalisedNet>(net, new Sgd(0.1f)) { RegularizationFactor = -1 });
        var fault = Assert.Throws<ArgumentOutOfRangeException>(
            () => new Trainer<NormalisedNet>(new NormalisedNet(1), new Sgd(0.1f)) { DropoutFactor = 10 });
        Assert.Contains("largest dropout rate is 0.1: times 10", fault.Message, StringComparison.Ordinal);
    }

    private static double Norm(float[] values) => Math.Sqrt(values.Sum(value => (double)value * value));
}
