namespace Layerwright.Tests.Training;

public class TrainingObserverTests
{
    [Fact]
    public void An_observer_is_told_of_every_step_and_epoch_in_order()
    {
        var observer = new Recorder();
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Sgd(0.1f)) { BatchSize = 32, Observers = [observer] };

        TrainingHistory history = trainer.Fit(Samples.Spiral(70), epochs: 2);

        string[] epoch = ["step", "stepped", "step", "stepped", "step", "stepped"];
        Assert.Equal(["start", .. epoch, "epoch 1", .. epoch, "epoch 2", "end"], observer.Told);
        Assert.Equal([1L, 2, 3, 4, 5, 6], observer.Steps);
        Assert.Equal(history.TrainingLoss[1], observer.LastHistory, 12);
    }

    [Fact]
    public void Several_batches_of_one_update_are_one_step()
    {
        var observer = new Recorder();
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Sgd(0.1f)) { BatchSize = 16, AccumulationSteps = 3, Observers = [observer] };

        trainer.Fit(Samples.Spiral(70), epochs: 1);

        Assert.Equal([1L, 2], observer.Steps);
    }

    [Fact]
    public void Stored_gradients_give_the_same_bits()
    {
        var plain = new SpiralNet(1);
        new Trainer<SpiralNet>(plain, new Adam(0.01f)) { BatchSize = 32 }.Fit(Samples.Spiral(70), epochs: 2);

        var watched = new SpiralNet(1);
        new Trainer<SpiralNet>(watched, new Adam(0.01f)) { BatchSize = 32, Observers = [new Recorder { StoresGradients = true }] }.Fit(Samples.Spiral(70), epochs: 2);

        Assert.Equal(Samples.Values(plain.State), Samples.Values(watched.State));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_observer_ends_a_fit_and_may_take_the_last_epochs_weights_back(bool restores)
    {
        var once = new SpiralNet(1);
        new Trainer<SpiralNet>(once, new Sgd(0.1f)) { BatchSize = 32 }.Fit(Samples.Spiral(70), epochs: 1);

        var observer = new Recorder { StopAt = 5, Restores = restores };
        var net = new SpiralNet(1);
        TrainingHistory history = new Trainer<SpiralNet>(net, new Sgd(0.1f)) { BatchSize = 32, Observers = [observer] }.Fit(Samples.Spiral(70), epochs: 3);

        Assert.Equal(("enough", 1, true), (history.StopReason, history.Epochs, history.StoppedEarly));
        Assert.Equal(restores, Samples.Values(once.State).SequenceEqual(Samples.Values(net.State)));
    }

    [Fact]
    public void An_observer_hears_what_ended_a_fit()
    {
        var observer = new Recorder();
        var trainer = new Trainer<LinearNet>(new LinearNet(1), new Sgd(10f)) { BatchSize = 20, Observers = [observer] };

        var fault = Assert.Throws<TrainingDivergedException>(() => trainer.Fit(Samples.Linear(100), epochs: 100));

        Assert.Same(fault, observer.Fault);
    }

    private sealed class Recorder : ITrainingObserver
    {
        public List<string> Told { get; } = [];

        public List<long> Steps { get; } = [];

        public double LastHistory { get; private set; }

        public Exception? Fault { get; private set; }

        public bool StoresGradients { get; init; }

        public long StopAt { get; init; } = long.MaxValue;

        public bool Restores { get; init; }

        public void OnFitStarting(TrainingRun run)
        {
            run.StoresGradients = StoresGradients;
            Told.Add("start");
        }

        public void OnStepStarting(TrainingRun run) => Told.Add("step");

        public void OnStepCompleted(TrainingRun run)
        {
            Told.Add("stepped");
            Steps.Add(run.Step);
            if (run.Step == StopAt)
            {
                run.Stop("enough", Restores);
            }
        }

        public void OnEpochCompleted(TrainingRun run)
        {
            Told.Add($"epoch {run.Epoch}");
            LastHistory = run.History.TrainingLoss[^1];
        }

        public void OnFitEnded(TrainingRun run, Exception? fault)
        {
            Told.Add("end");
            Fault = fault;
        }
    }
}
