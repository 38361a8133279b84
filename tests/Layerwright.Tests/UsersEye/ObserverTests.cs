namespace Layerwright.Tests.UsersEye;

/// <summary>What looks on while a trainer fits.</summary>
public sealed class ObserverTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("observers").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_observer_of_ones_own_sees_the_whole_run()
    {
        var diary = new Diary();
        Dataset data = FlowerNet.Data(64);
        new Trainer<FlowerNet>(new FlowerNet(seed: 1), new Sgd(0.1f)) { BatchSize = 32, Schedule = new CosineDecay(), Observers = [diary] }
            .Fit(data, data, epochs: 2);

        Assert.Equal(["FlowerNet: 64 rows, 64 to validate, Sgd", "epoch 1: step 2", "epoch 2: step 4, enough"], diary.Lines);
        Assert.Equal(0.1f * diary.Factor, diary.Rate, 6);
        Assert.True(double.IsFinite(diary.Loss));
    }

    [Fact]
    public void An_average_is_kept_and_given_on()
    {
        ParameterAverage<FlowerNet> average = new(decay: 0.9f);
        var net = new FlowerNet(seed: 1);
        new Trainer<FlowerNet>(net, new Sgd(0.1f)) { BatchSize = 32, Observers = [average] }.Fit(FlowerNet.Data(64), epochs: 1);
        ObserverState state = average.SaveState();

        var other = new ParameterAverage<FlowerNet>(decay: 0.9f);
        new Trainer<FlowerNet>(net, new Sgd(0.1f)) { BatchSize = 32, Observers = [other] }.Fit(FlowerNet.Data(64), epochs: 1);
        other.LoadState(state);

        Assert.Equal(("ParameterAverage", 0.9f), (average.StateName, other.Decay));
        Assert.Equal(state, other.SaveState());
    }

    [Fact]
    public void A_checkpointer_that_is_called_by_hand_writes_what_it_should()
    {
        string path = Path.Combine(_folder, "epoch-{epoch}.safetensors");
        var checkpointer = new Checkpointer(path) { EveryEpochs = 1 };
        new Trainer<FlowerNet>(new FlowerNet(seed: 1), new Sgd(0.1f)) { Observers = [new Relay(checkpointer)] }.Fit(FlowerNet.Data(64), epochs: 2);

        Assert.Equal(path, checkpointer.Path);
        Assert.Equal(["epoch-1.safetensors", "epoch-2.safetensors"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Early_stopping_names_what_it_looks_at()
    {
        var stopping = new EarlyStopping(Patience: 3, Metric: new TopK(2));
        Assert.Equal((3, 2), (stopping.Patience, ((TopK)stopping.Metric!).K));
    }

    /// <summary>Writes down what a run tells.</summary>
    private sealed class Diary : ITrainingObserver
    {
        public List<string> Lines { get; } = [];

        public float Rate { get; private set; }

        public float Factor { get; private set; }

        public double Loss { get; private set; } = double.NaN;

        public void OnFitStarting(TrainingRun run) =>
            Lines.Add($"{run.Summary.Name}: {run.Training.Count} rows, {run.Validation?.Count} to validate, {run.Optimizer.GetType().Name}");

        public void OnStepCompleted(TrainingRun run) => (Rate, Factor, Loss) = (run.LearningRate, run.LearningRateFactor, run.Loss);

        public void OnEpochCompleted(TrainingRun run)
        {
            if (run.Epoch == run.Epochs)
            {
                run.Stop("enough");
            }

            Lines.Add($"epoch {run.Epoch}: step {run.Step}{(run.StopReason is { } reason ? $", {reason}" : "")}");
        }
    }

    /// <summary>Hands on what it is told.</summary>
    private sealed class Relay(ITrainingObserver target) : ITrainingObserver
    {
        public void OnFitStarting(TrainingRun run) => target.OnFitStarting(run);

        public void OnStepStarting(TrainingRun run) => target.OnStepStarting(run);

        public void OnStepCompleted(TrainingRun run) => target.OnStepCompleted(run);

        public void OnEpochCompleted(TrainingRun run) => target.OnEpochCompleted(run);

        public void OnFitEnded(TrainingRun run, Exception? fault) => target.OnFitEnded(run, fault);
    }
}
