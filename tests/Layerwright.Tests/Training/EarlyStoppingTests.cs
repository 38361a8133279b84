namespace Layerwright.Tests.Training;

public class EarlyStoppingTests
{
    /// <summary>What is learnt of labels drawn by lot makes the validation loss grow.</summary>
    private static Trainer<SpiralNet> Overfitting(EarlyStopping settings) =>
        new(new SpiralNet(seed: 1), new Adam(0.02f)) { BatchSize = 16, EarlyStopping = settings };

    [Fact]
    public void It_ends_after_patience_and_restores_the_best_weights()
    {
        Dataset validation = Samples.Noise(200, seed: 2);
        Trainer<SpiralNet> trainer = Overfitting(new EarlyStopping(Patience: 4));

        TrainingHistory history = trainer.Fit(Samples.Noise(60, seed: 1), validation, epochs: 500);

        Assert.True(history.StoppedEarly);
        Assert.Equal(history.BestEpoch + 4, history.Epochs);
        Assert.Equal(history.ValidationLoss.ToArray().Min(), history.ValidationLoss[history.BestEpoch - 1]);
        Assert.Equal(history.ValidationLoss[history.BestEpoch - 1], trainer.Evaluate(validation).Loss);
        Assert.NotEqual(history.ValidationLoss[^1], trainer.Evaluate(validation).Loss);
    }

    [Fact]
    public void A_metric_can_decide_though_it_is_not_shown()
    {
        var (train, validation) = Samples.Spiral(300).Split(0.7, seed: 1);
        var trainer = new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Adam(0.02f))
        {
            EarlyStopping = new EarlyStopping(3, new Accuracy()),
            Metrics = [],
        };

        TrainingHistory history = trainer.Fit(train, validation, epochs: 200);

        double[] accuracy = history.ValidationMetric(new Accuracy()).ToArray();
        Assert.True(history.StoppedEarly);
        Assert.Equal(accuracy.Max(), accuracy[history.BestEpoch - 1]);
        Assert.Equal(Array.IndexOf(accuracy, accuracy.Max()), history.BestEpoch - 1);
        Assert.Equal(accuracy.Max(), trainer.Evaluate(validation).ConfusionMatrix!.Accuracy);
    }

    [Fact]
    public void The_best_weights_are_restored_where_epochs_run_out_or_the_fit_is_cancelled()
    {
        Dataset training = Samples.Noise(60, seed: 1), validation = Samples.Noise(200, seed: 2);
        int best = Overfitting(new EarlyStopping(4)).Fit(training, validation, 500).BestEpoch;

        Trainer<SpiralNet> trainer = Overfitting(new EarlyStopping(400));
        TrainingHistory history = trainer.Fit(training, validation, best + 3);
        Assert.False(history.StoppedEarly);
        Assert.Equal(best, history.BestEpoch);
        Assert.Equal(history.ValidationLoss[best - 1], trainer.Evaluate(validation).Loss);

        using var cancellation = new CancellationTokenSource();
        Trainer<SpiralNet> cancelled = Overfitting(new EarlyStopping(400));
        var progress = new CollectedProgress(report =>
        {
            if (report.Epoch == best + 2 && report.Batch == 2)
            {
                cancellation.Cancel();
            }
        });
        Assert.Throws<OperationCanceledException>(() => cancelled.Fit(training, validation, 500, progress, cancellation.Token));
        Assert.Equal(history.ValidationLoss[best - 1], cancelled.Evaluate(validation).Loss);
    }

    [Fact]
    public void Small_improvements_do_not_count()
    {
        Dataset training = Samples.Noise(60, seed: 1), validation = Samples.Noise(200, seed: 2);
        TrainingHistory history = Overfitting(new EarlyStopping(2) { MinimumImprovement = 100 }).Fit(training, validation, 50);
        Assert.Equal((1, 3), (history.BestEpoch, history.Epochs));
    }

    [Fact]
    public void Settings_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(1) { MinimumImprovement = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EarlyStopping(1) { MinimumImprovement = double.NaN });
    }
}
