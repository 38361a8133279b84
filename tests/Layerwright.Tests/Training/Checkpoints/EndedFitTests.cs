namespace Layerwright.Tests.Training;

/// <summary>Where a fit ends before its last epoch, its state is in a file, and so are the weights that it left the network.</summary>
public class EndedFitTests
{
    private const int Epochs = 6;

    private static readonly Dataset s_training = Samples.Spiral(75, seed: 1), s_validation = Samples.Spiral(40, seed: 2);

    [Fact]
    public void Early_stopping_between_two_checkpoints_writes_one_with_the_best_weights()
    {
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> trainer = Create(AlwaysTheFirst(patience: 3), Rarely(folder));
        TrainingHistory history = trainer.Fit(s_training, s_validation, Epochs);

        Assert.Equal((4, 1, true), (history.Epochs, history.BestEpoch, history.StoppedEarly));
        Assert.Equal(["epoch 4"], folder.Files);
        AssertLoads(trainer.Network, folder["epoch 4"]);
        Trainer<NormalisedNet> resumed = Trainer<NormalisedNet>.Resume(folder["epoch 4"]);
        Assert.Equal(history.ToString(), resumed.Fit(s_training, s_validation, Epochs).ToString());
        Assert.Equal(Samples.Values(trainer.Network.State), Samples.Values(resumed.Network.State));
    }

    [Fact]
    public void The_last_epochs_file_has_the_best_weights_and_the_fit_goes_on_from_the_last()
    {
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> trainer = Create(AlwaysTheFirst(patience: 20), new Checkpointer(folder["epoch {epoch}"]));
        trainer.Fit(s_training, s_validation, epochs: 3);

        AssertLoads(trainer.Network, folder["epoch 3"]);
        Assert.Equal(Samples.Values(NormalisedNet.Load(folder["epoch 1"]).State), Samples.Values(trainer.Network.State));
        ResumedFit.AssertSame(
            ResumedFit.Of(Create(AlwaysTheFirst(patience: 20)), s_training, s_validation, Epochs),
            ResumedFit.Of(Trainer<NormalisedNet>.Resume(folder["epoch 3"]), s_training, s_validation, Epochs));
    }

    [Theory]
    [InlineData(13, false, 1)]
    [InlineData(13, true, 1)]
    [InlineData(15, true, 1)]
    [InlineData(5, true, 2)]
    public void A_fit_that_was_stopped_anywhere_goes_on_to_the_same_bits(long step, bool stopsEarly, int accumulation)
    {
        // Five batches an epoch: 13 is in the middle of the third, 15 its end; in twos there are three updates.
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> Trainer(params ITrainingObserver[] observers) =>
            Create(stopsEarly ? AlwaysTheFirst(patience: 20) : null, accumulation, observers);
        Trainer<NormalisedNet> stopped = Trainer(Rarely(folder), new StopAt(step));
        Assert.Equal("enough", stopped.Fit(s_training, s_validation, Epochs).StopReason);

        AssertLoads(stopped.Network, folder[Assert.Single(folder.Files)]);
        ResumedFit.AssertSame(
            ResumedFit.Of(Trainer(), s_training, s_validation, Epochs),
            ResumedFit.Of(Trainer<NormalisedNet>.Resume(folder[folder.Files[0]]), s_training, s_validation, Epochs));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void After_a_stop_that_restores_weights_the_newest_file_has_them_and_nothing_follows(bool stopsEarly)
    {
        using var folder = new CheckpointFolder();
        Checkpointer checkpointer = Rarely(folder);
        Trainer<NormalisedNet> trainer = Create(stopsEarly ? AlwaysTheFirst(patience: 20) : null, checkpointer, new StopAt(13, restores: true));
        TrainingHistory history = trainer.Fit(s_training, s_validation, Epochs);

        Assert.Equal(2, history.Epochs);
        AssertLoads(trainer.Network, checkpointer.LastPath!);
        AssertMakesNoStep(checkpointer.LastPath!, trainer.Network, 2, "enough");
    }

    [Fact]
    public void A_divergence_leaves_the_last_whole_epochs_weights_in_a_file()
    {
        using var folder = new CheckpointFolder();
        Checkpointer checkpointer = Rarely(folder);
        Trainer<NormalisedNet> trainer = Create(null, checkpointer, new Poison(13));
        TrainingDivergedException fault = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(s_training, s_validation, Epochs));

        AssertLoads(trainer.Network, checkpointer.LastPath!);
        AssertMakesNoStep(checkpointer.LastPath!, trainer.Network, 2, fault.Message);
    }

    [Fact]
    public void What_is_in_a_file_already_is_not_replaced_by_one_that_nothing_follows()
    {
        using var folder = new CheckpointFolder();
        Assert.Throws<TrainingDivergedException>(() =>
            Create(null, new Checkpointer(folder["last"]), new Poison(13)).Fit(s_training, s_validation, Epochs));

        // The second epoch's end: the network has its weights again. Resumed and diverging again, too.
        Assert.Throws<TrainingDivergedException>(() =>
            Trainer<NormalisedNet>.Resume(folder["last"], [new Checkpointer(folder["last"]), new Poison(13)]).Fit(s_training, s_validation, Epochs));
        ResumedFit.AssertSame(
            ResumedFit.Of(Create(null), s_training, s_validation, Epochs),
            ResumedFit.Of(Trainer<NormalisedNet>.Resume(folder["last"]), s_training, s_validation, Epochs));
    }

    [Fact]
    public void Other_exceptions_and_a_divergence_in_the_first_epoch_leave_no_file()
    {
        using var folder = new CheckpointFolder();
        Assert.Throws<TrainingDivergedException>(() => Create(null, Rarely(folder), new Poison(3)).Fit(s_training, s_validation, Epochs));
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Create(null, Rarely(folder), new Call(13, source.Cancel))
            .Fit(s_training, s_validation, Epochs, cancellationToken: source.Token));
        Assert.Empty(folder.Files);
    }

    private static Checkpointer Rarely(CheckpointFolder folder) => new(folder["epoch {epoch}"]) { EveryEpochs = 7 };

    /// <summary>No epoch is so much better than the first.</summary>
    private static EarlyStopping AlwaysTheFirst(int patience) => new(patience) { MinimumImprovement = 100 };

    private static Trainer<NormalisedNet> Create(EarlyStopping? stopping, params ITrainingObserver[] observers) => Create(stopping, 1, observers);

    private static Trainer<NormalisedNet> Create(EarlyStopping? stopping, int accumulation, ITrainingObserver[] observers) =>
        new(new NormalisedNet(seed: 3), new Adam(0.02f)) { BatchSize = 16, EarlyStopping = stopping, AccumulationSteps = accumulation, Observers = observers };

    private static void AssertLoads(NormalisedNet expected, string path) =>
        Assert.Equal(Samples.Values(expected.State), Samples.Values(NormalisedNet.Load(path).State));

    private static void AssertMakesNoStep(string path, NormalisedNet expected, int epochs, string reason)
    {
        var steps = new Call(0, () => Assert.Fail("a step was made"));
        Trainer<NormalisedNet> resumed = Trainer<NormalisedNet>.Resume(path, [steps]);
        TrainingHistory history = resumed.Fit(s_training, s_validation, Epochs);
        Assert.Equal((epochs, true, reason), (history.Epochs, history.StoppedEarly, history.StopReason));
        Assert.Equal(Samples.Values(expected.State), Samples.Values(resumed.Network.State));
    }

    /// <summary>Stops as early in a step as can be.</summary>
    private sealed class StopAt(long step, bool restores = false) : ITrainingObserver
    {
        public void OnStepStarting(TrainingRun run)
        {
            if (run.Step == step - 1)
            {
                run.Stop("enough", restores);
            }
        }
    }

    /// <summary>Makes the weights after a step no numbers.</summary>
    private sealed class Poison(long step) : ITrainingObserver
    {
        public void OnStepCompleted(TrainingRun run)
        {
            if (run.Step == step)
            {
                StateEntry first = run.State.Values.First();
                first.CopyFrom(Enumerable.Repeat(float.NaN, first.Length).ToArray());
            }
        }
    }

    /// <summary>Does something after a step, or, at 0, after each.</summary>
    private sealed class Call(long step, Action action) : ITrainingObserver
    {
        public void OnStepCompleted(TrainingRun run)
        {
            if (step == 0 || run.Step == step)
            {
                action();
            }
        }
    }
}
