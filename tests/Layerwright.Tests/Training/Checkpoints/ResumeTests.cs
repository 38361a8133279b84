namespace Layerwright.Tests.Training;

public class ResumeTests
{
    private const int Epochs = 4;

    private static readonly Dataset s_training = Samples.Spiral(75, seed: 1), s_validation = Samples.Spiral(40, seed: 2);

    private static readonly Dictionary<string, Optimizer> s_optimizers = new()
    {
        ["Sgd"] = new Sgd(0.1f) { WeightDecay = 0.01f },
        ["Nesterov"] = new Sgd(0.1f) { Momentum = 0.9f, Nesterov = true },
        ["Adam"] = new Adam(0.01f) { Beta1 = 0.8f },
        ["AdamW"] = new AdamW(0.01f) { DecayAll = true },
        ["RmsProp"] = new RmsProp(0.005f),
        ["RmsProp with momentum"] = new RmsProp(0.005f) { Momentum = 0.5f, WeightDecay = 0.01f },
        ["AdaGrad"] = new AdaGrad(0.05f),
    };

    private static readonly Dictionary<string, Schedule?> s_schedules = new()
    {
        ["constant"] = null,
        ["steps"] = new StepDecay(2, 0.5f),
        ["exponential"] = new ExponentialDecay(0.7f),
        ["cosine"] = new CosineDecay { Epochs = 3, MinimumFactor = 0.1f },
        ["cycle"] = new OneCycle(),
        ["warm-up, cosine"] = new Warmup(5, new CosineDecay()),
        ["warm-up, plateau"] = new Warmup(2, new ReduceOnPlateau { Patience = 0, Threshold = 0.5f, Cooldown = 1 }),
    };

    public static MatrixTheoryData<string, string, int> Settings => new(s_optimizers.Keys, s_schedules.Keys, [1, 2]);

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_fit_that_is_resumed_at_any_step_gives_the_same_bits(string optimizer, string schedule, int accumulation)
    {
        // 75 rows by 16: five batches an epoch, the last of 11; normalised over the batch, with masks.
        Trainer<NormalisedNet> Create(params ITrainingObserver[] observers) => new(new NormalisedNet(seed: 3), s_optimizers[optimizer])
        {
            BatchSize = 16,
            Seed = 9,
            Schedule = optimizer == "AdaGrad" && schedule == "cycle" ? new OneCycle { CycleMomentum = false } : s_schedules[schedule],
            AccumulationSteps = accumulation,
            Observers = observers,
        };
        AssertSameFromEveryStep(Create, s_training, s_validation, [1, 4, 7, 11]);
    }

    [Theory]
    [InlineData("clipping by norm")]
    [InlineData("clipping by value")]
    [InlineData("early stopping")]
    [InlineData("early stopping by a metric")]
    [InlineData("no validation")]
    [InlineData("in order")]
    [InlineData("whole batches")]
    [InlineData("class weights")]
    [InlineData("without penalties and masks")]
    [InlineData("slow first layer")]
    [InlineData("normaliser")]
    [InlineData("threads")]
    public void Every_other_setting_is_kept(string setting)
    {
        Trainer<WideNet> Create(params ITrainingObserver[] observers)
        {
            var net = new WideNet(seed: 4);
            net.Dense1.LearningRateMultiplier = setting == "slow first layer" ? 0.25f : 1;
            net.Normalizer = setting == "normaliser" ? Normalizer.FitStandardize(s_training.AsTrainingSet()) : null;
            return new(net, new Adam(0.02f))
            {
                BatchSize = 16,
                Observers = observers,
                Clipping = setting switch { "clipping by norm" => new ByNorm(0.3f), "clipping by value" => new ByValue(0.01f), _ => null },
                EarlyStopping = setting switch
                {
                    "early stopping" => new EarlyStopping(1) { MinimumImprovement = 0.5 },
                    "early stopping by a metric" => new EarlyStopping(2, new F1(1)),
                    _ => null,
                },
                Shuffle = setting != "in order",
                DropLast = setting == "whole batches",
                ClassWeights = setting == "class weights" ? new float[] { 1, 0.1f, 3 } : default,
                RegularizationFactor = setting == "without penalties and masks" ? 0 : 1,
                DropoutFactor = setting == "without penalties and masks" ? 0 : 1,
                Threads = setting == "threads" ? 2 : 1,
                Metrics = [new Accuracy(), new TopK(2)],
            };
        }

        AssertSameFromEveryStep(Create, s_training, setting == "no validation" ? null : s_validation, [2, 5, 8, 15]);
    }

    [Fact]
    public void A_fit_after_another_is_resumed_with_its_own_shuffles_and_moments()
    {
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> Create(params ITrainingObserver[] observers) =>
            new(new NormalisedNet(seed: 3), new AdamW(0.01f)) { BatchSize = 16, Observers = observers };

        Trainer<NormalisedNet> plain = Create();
        plain.Fit(s_training, epochs: 2);
        ResumedFit expected = ResumedFit.Of(plain, s_training, s_validation, Epochs);
        Trainer<NormalisedNet> watched = Create(new Checkpointer(folder["{step}"]) { EverySteps = 1 });
        watched.Fit(s_training, epochs: 2);
        ResumedFit.Of(watched, s_training, s_validation, Epochs);

        // The second fit's files replaced the first's; 11 is its third epoch's first step. The fit after it wrote up to 5.
        ResumedFit.AssertSame(expected, ResumedFit.Of(Trainer<NormalisedNet>.Resume(folder["11"]), s_training, s_validation, Epochs));
    }

    [Fact]
    public void A_resumed_fit_is_resumed_again()
    {
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> Create(params ITrainingObserver[] observers) =>
            new(new NormalisedNet(seed: 3), new RmsProp(0.01f)) { BatchSize = 16, Schedule = new OneCycle(), Observers = observers };
        ResumedFit expected = ResumedFit.Of(Create(), s_training, s_validation, Epochs);

        Interrupt(Create(Checkpoints(), new StopAt(3)));
        foreach (int step in new[] { 6, 10, 13 })
        {
            Interrupt(Trainer<NormalisedNet>.Resume(folder["last"], [Checkpoints(), new StopAt(step)]));
        }

        ResumedFit.AssertSame(expected, ResumedFit.Of(Trainer<NormalisedNet>.Resume(folder["last"]), s_training, s_validation, Epochs));

        Checkpointer Checkpoints() => new(folder["last"]) { EverySteps = 1 };

        static void Interrupt(Trainer<NormalisedNet> trainer) => Assert.Throws<OperationCanceledException>(() => trainer.Fit(s_training, s_validation, Epochs));
    }

    [Fact]
    public void A_monitor_may_watch_what_is_left_of_a_fit()
    {
        using var folder = new CheckpointFolder();
        Trainer<NormalisedNet> Create(params ITrainingObserver[] observers) =>
            new(new NormalisedNet(seed: 3), new Adam(0.01f)) { BatchSize = 16, Observers = observers };
        ResumedFit expected = ResumedFit.Of(Create(), s_training, s_validation, Epochs);
        Create(new Checkpointer(folder["{step}"]) { EverySteps = 1 }).Fit(s_training, s_validation, Epochs);
        var monitor = new TrainingMonitor();

        Trainer<NormalisedNet> resumed = Trainer<NormalisedNet>.Resume(folder["8"], [monitor]);
        resumed.Fit(s_training, s_validation, Epochs);

        Assert.Equal([2, 3, 4], monitor.Record.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(8, monitor.Record.Steps[0].Step);
        ResumedFit.AssertSame(expected, ResumedFit.Of(Trainer<NormalisedNet>.Resume(folder["8"], [new TrainingMonitor()]), s_training, s_validation, Epochs));
    }

    [Fact]
    public void Images_and_data_with_targets_are_resumed_too()
    {
        AssertSameFromEveryStep(
            observers => new Trainer<PenalisedNet>(new PenalisedNet(1), new Sgd(0.05f) { Momentum = 0.9f }) { BatchSize = 16, Observers = observers, Metrics = [new MeanAbsoluteError(), new RSquared()] },
            Samples.Linear(75),
            Samples.Linear(30),
            [3, 10]);

        var random = new Random(1);
        Dataset images = Dataset.FromLabels(
            Enumerable.Range(0, 30 * Images.FlattenedFirst.InputLength).Select(_ => random.NextSingle()).ToArray(),
            Enumerable.Range(0, 30).Select(row => row % 3).ToArray(),
            3);
        AssertSameFromEveryStep(
            observers => new Trainer<Images.FlattenedFirst>(new Images.FlattenedFirst(1), new AdamW()) { BatchSize = 8, Observers = observers },
            images,
            null,
            [2, 9]);
    }

    [Fact]
    public void A_network_loads_from_a_checkpoint_as_from_a_saved_file()
    {
        using var folder = new CheckpointFolder();
        var net = new NormalisedNet(seed: 3) { Normalizer = Normalizer.FitStandardize(s_training.AsTrainingSet()) };
        new Trainer<NormalisedNet>(net, new Adam(0.01f)) { BatchSize = 16, Observers = [new Checkpointer(folder["last"])] }.Fit(s_training, s_validation, epochs: 2);

        NormalisedNet loaded = NormalisedNet.Load(folder["last"]);

        Assert.Equal(Samples.Values(net.State), Samples.Values(loaded.State));
        Assert.Equal(net.Seed, loaded.Seed);
        float[] row = [0.3f, -0.2f], expected = new float[3], found = new float[3];
        net.CreatePredictor().Predict(row, expected);
        loaded.CreatePredictor().Predict(row, found);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void A_fit_that_had_ended_makes_no_further_step()
    {
        using var folder = new CheckpointFolder();
        var net = new SpiralNet(seed: 3);
        TrainingHistory first = new Trainer<SpiralNet>(net, new Adam(0.01f)) { Observers = [new Checkpointer(folder["last"])] }.Fit(s_training, s_validation, Epochs);

        Trainer<SpiralNet> resumed = Trainer<SpiralNet>.Resume(folder["last"]);
        TrainingHistory second = resumed.Fit(s_training, s_validation, Epochs);

        Assert.Equal(Samples.Values(net.State), Samples.Values(resumed.Network.State));
        Assert.Equal(first.ToString(), second.ToString());
    }

    [Fact]
    public void Without_a_schedule_a_fit_may_go_on_further_than_it_was_to_go()
    {
        using var folder = new CheckpointFolder();
        Trainer<SpiralNet> Create(params ITrainingObserver[] observers) => new(new SpiralNet(3), new Adam(0.01f)) { Observers = observers };
        Create(new Checkpointer(folder["last"])).Fit(s_training, s_validation, epochs: 2);

        ResumedFit.AssertSame(
            ResumedFit.Of(Create(), s_training, s_validation, epochs: 5),
            ResumedFit.Of(Trainer<SpiralNet>.Resume(folder["last"]), s_training, s_validation, epochs: 5));
    }

    /// <summary>Fits once without stopping, then from the checkpoint of each of some steps, and of the end of an epoch.</summary>
    private static void AssertSameFromEveryStep<TNetwork>(
        Func<ITrainingObserver[], Trainer<TNetwork>> create, Dataset training, Dataset? validation, int[] steps)
        where TNetwork : class, INetwork<TNetwork>
    {
        using var folder = new CheckpointFolder();
        ResumedFit expected = ResumedFit.Of(create([]), training, validation, Epochs);
        var bySteps = new Checkpointer(folder["{step}"]) { EverySteps = 1, EveryEpochs = null };
        var byEpochs = new Checkpointer(folder["epoch {epoch}"]);
        create([bySteps, byEpochs]).Fit(training, validation, Epochs);
        string[] files = [.. steps.Select(step => folder[$"{step}"]).Where(File.Exists), folder["epoch 2"]];

        Assert.True(files.Length > 2);
        foreach (string file in files)
        {
            ResumedFit.AssertSame(expected, ResumedFit.Of(Trainer<TNetwork>.Resume(file), training, validation, Epochs));
        }
    }

    private sealed class StopAt(long step) : ITrainingObserver
    {
        public void OnStepCompleted(TrainingRun run)
        {
            if (run.Step == step)
            {
                throw new OperationCanceledException();
            }
        }
    }
}
