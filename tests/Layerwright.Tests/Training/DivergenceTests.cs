namespace Layerwright.Tests.Training;

public class DivergenceTests
{
    [Fact]
    public void A_rate_that_is_too_large_ends_the_fit_with_the_last_good_weights()
    {
        Dataset data = Samples.Linear(100);
        var net = new LinearNet(seed: 1);
        float[]? lastGood = null;
        var progress = new CollectedProgress(report =>
        {
            if (report.IsEpochEnd)
            {
                lastGood = Samples.Values(net.State);
            }
        });

        // Each step multiplies the error by about −9, so single precision ends after some forty steps.
        var exception = Assert.Throws<TrainingDivergedException>(() =>
            new Trainer<LinearNet>(net, new Sgd(10f)) { BatchSize = 20 }.Fit(data, epochs: 100, progress: progress));

        Assert.True(exception.Epoch > 1);
        Assert.Equal(exception.Epoch - 1, progress.EpochEnds.Count());
        Assert.False(double.IsFinite(exception.Loss));
        Assert.Contains($"epoch {exception.Epoch}, step {exception.Step}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("holds the weights of the last good epoch again", exception.Message, StringComparison.Ordinal);
        Assert.Equal(lastGood, Samples.Values(net.State));
        Assert.All(Samples.Values(net.State), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Data_that_is_not_a_number_leaves_the_weights_as_they_were()
    {
        float[] inputs = new float[200];
        inputs[131] = float.NaN;
        var net = new SpiralNet(seed: 1);
        float[] before = Samples.Values(net.State);
        var trainer = new Trainer<SpiralNet>(net, new Adam()) { BatchSize = 10, Shuffle = false };

        var exception = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(Dataset.FromLabels(inputs, new int[100], 3)));

        Assert.Equal((1, 6), (exception.Epoch, exception.Step));
        Assert.Equal(before, Samples.Values(net.State));
    }

    [Fact]
    public void Weights_that_are_no_numbers_at_the_end_of_an_epoch_are_not_kept()
    {
        var net = new LinearNet(seed: 1);
        float[] before = Samples.Values(net.State);

        // The loss of the only step is that of the first weights; its update leaves nothing finite.
        var exception = Assert.Throws<TrainingDivergedException>(() =>
            new Trainer<LinearNet>(net, new Sgd(float.MaxValue)).Fit(Dataset.FromTargets(new float[] { 90, 90, 90 }, new float[2], 2)));

        Assert.Equal((1, 0), (exception.Epoch, exception.Step));
        Assert.Contains(
            "weights are not finite after it. The network holds the weights from before the fit again.",
            exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Samples.Values(net.State));
    }

    [Fact]
    public void After_divergence_a_trainer_trains_on_with_fresh_moments()
    {
        // Weights of 0 make the loss 1e36, but the gradient 1e39: moments become infinite.
        Dataset huge = Dataset.FromTargets(new float[] { 1e21f, 1e21f, 1e21f }, new float[] { 1e18f, 1e18f }, 2);
        var trainer = new Trainer<ZeroNet>(new ZeroNet(seed: 1), new Sgd(0.1f) { Momentum = 0.9f });
        Assert.Throws<TrainingDivergedException>(() => trainer.Fit(huge));

        TrainingHistory history = trainer.Fit(Samples.Linear(100), epochs: 20);

        Assert.True(history.TrainingLoss[^1] < 0.5 * history.TrainingLoss[0]);
    }
}
