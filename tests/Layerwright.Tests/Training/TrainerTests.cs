namespace Layerwright.Tests.Training;

public class TrainerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_classifier_learns_a_spiral(ulong seed)
    {
        var (train, validation) = Samples.Spiral(1000).Split(0.8, seed: 1);
        var trainer = new Trainer<SpiralNet>(new SpiralNet(seed), new Adam(0.01f)) { BatchSize = 32, Schedule = new CosineDecay() };

        TrainingHistory history = trainer.Fit(train, validation, epochs: 60);
        Evaluation evaluation = trainer.Evaluate(validation);

        Assert.Equal(60, history.Epochs);
        Assert.InRange(evaluation["Accuracy"], 0.95, 1);
        Assert.True(history.TrainingLoss[^1] < 0.2 * history.TrainingLoss[0]);
        Assert.Equal(evaluation.Loss, history.ValidationLoss[^1]);
        Assert.Equal(evaluation["Accuracy"], history.ValidationMetric(new Accuracy())[^1]);
    }

    [Fact]
    public void A_regression_finds_the_line()
    {
        Dataset data = Samples.Linear(200);
        var net = new LinearNet(seed: 1);
        var trainer = new Trainer<LinearNet>(net, new Sgd(0.5f)) { BatchSize = 20 };

        trainer.Fit(data, epochs: 100);

        Assert.InRange(trainer.Evaluate(data)["RMSE"], 0, 1e-3);
        Assert.Null(trainer.Evaluate(data).ConfusionMatrix);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Yes_or_no_outputs_learn_their_sides(ulong seed)
    {
        Dataset data = Samples.Signs(300);
        var trainer = new Trainer<YesNoNet>(new YesNoNet(seed), new Adam(0.05f));

        trainer.Fit(data, epochs: 60);

        Assert.InRange(trainer.Evaluate(data)["Accuracy"], 0.95, 1);
    }

    [Fact]
    public void A_fit_is_the_loop_of_steps_that_one_would_write()
    {
        Dataset data = Samples.Spiral(70);
        var schedule = new CosineDecay();
        var fitted = new NormalisedNet(seed: 5);
        var trainer = new Trainer<NormalisedNet>(fitted, new AdamW(0.01f)) { BatchSize = 32, Shuffle = false, Schedule = schedule };
        trainer.Fit(data, epochs: 3);

        // 70 rows: two whole batches and one of 6.
        var stepped = new NormalisedNet(seed: 5);
        TrainingStep<NormalisedNet> step = stepped.CreateTrainingStep(32);
        for (int i = 0; i < 9; i++)
        {
            int[] rows = [.. Enumerable.Range(i % 3 * 32, i % 3 == 2 ? 6 : 32)];
            step.LearningRateFactor = schedule.Factor(i, 9, 3);
            step.Step(
                rows.SelectMany(row => data.Input(row).ToArray()).ToArray(), rows.Select(data.Label).ToArray(), new AdamW(0.01f));
        }

        Assert.Equal(Samples.Values(stepped.State), Samples.Values(fitted.State));
    }

    [Fact]
    public void The_seed_decides_every_bit_and_threads_none()
    {
        Dataset data = Samples.Spiral(200);
        float[] Fit(ulong seed, int threads)
        {
            var net = new WideNet(seed: 7);
            new Trainer<WideNet>(net, new Adam(0.01f)) { Seed = seed, Threads = threads, BatchSize = 75 }.Fit(data, data, epochs: 2);
            return Samples.Values(net.State);
        }

        float[] once = Fit(1, threads: 1);

        Assert.Equal(once, Fit(1, threads: 1));
        Assert.Equal(once, Fit(1, threads: 2));
        Assert.Equal(once, Fit(1, threads: 3));
        Assert.NotEqual(once, Fit(2, threads: 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_epoch_takes_the_rows_in_another_order_unless_they_are_not_shuffled(bool shuffle)
    {
        // At a rate of 0 the loss of a batch tells which rows are in it.
        var progress = new CollectedProgress();
        var trainer = new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Sgd(0)) { BatchSize = 10, Shuffle = shuffle };

        trainer.Fit(Samples.Spiral(60), epochs: 3, progress: progress);
        trainer.Fit(Samples.Spiral(60), epochs: 1, progress: progress);

        double[] first = [.. progress.Reports.Where(report => report.Batch == 1).Select(report => report.Loss)];
        Assert.Equal(shuffle ? 4 : 1, first.Distinct().Count());
        Assert.All(progress.EpochEnds, report => Assert.Equal(progress.Reports[^1].Loss, report.Loss, 1e-6));
    }

    [Fact]
    public void A_batch_size_beyond_the_data_takes_memory_for_the_rows_there_are_and_grows_with_moments_and_dropout()
    {
        Dataset few = Samples.Spiral(20), more = Samples.Spiral(100);
        float[] Fit(Action<Trainer<NormalisedNet>> before, int batchSize)
        {
            var net = new NormalisedNet(seed: 2);
            var trainer = new Trainer<NormalisedNet>(net, new Adam(0.01f)) { BatchSize = batchSize };
            before(trainer);
            trainer.Fit(few, epochs: 3);
            trainer.Fit(more, epochs: 2);
            return Samples.Values(net.State);
        }

        // Evaluating many rows first makes the step as large as it will be.
        float[] grown = Fit(_ => { }, batchSize: 100);
        Assert.Equal(Fit(trainer => trainer.Evaluate(more), batchSize: 100), grown);
        Assert.Equal(grown, Fit(_ => { }, batchSize: int.MaxValue));
    }

    [Fact]
    public void A_second_fit_goes_on_where_the_first_ended()
    {
        Dataset data = Samples.Spiral(100);
        var once = new NormalisedNet(seed: 2);
        new Trainer<NormalisedNet>(once, new Adam(0.01f)).Fit(data, epochs: 5);

        var twice = new NormalisedNet(seed: 2);
        var trainer = new Trainer<NormalisedNet>(twice, new Adam(0.01f));
        trainer.Fit(data, epochs: 2);
        trainer.Evaluate(data);
        trainer.Fit(data, epochs: 3);

        Assert.Equal(Samples.Values(once.State), Samples.Values(twice.State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Epochs_allocate_nothing(int accumulationSteps)
    {
        var (train, validation) = Samples.Spiral(300).Split(0.8, seed: 1);
        foreach (Schedule schedule in new Schedule[] { new CosineDecay(), new Warmup(2, new OneCycle()), new ReduceOnPlateau { Patience = 0 } })
        {
            var net = new NormalisedNet(seed: 1) { Normalizer = Normalizer.FitStandardize(train) };
            var trainer = new Trainer<NormalisedNet>(net, new AdamW(0.01f))
            {
                Threads = 1,
                Schedule = schedule,
                Clipping = new ByNorm(1),
                AccumulationSteps = accumulationSteps,
                EarlyStopping = new EarlyStopping(Patience: 10, new RocAuc(2)),
                ClassWeights = new[] { 1f, 2, 3 },
                Metrics = [new Accuracy(), new TopK(2), new Precision(), new Recall(1), new F1(), new RocAuc(1)],
            };
            var progress = new AllocationProgress(epochs: 6);

            trainer.Fit(train, validation, epochs: 6, progress);

            Assert.Equal(progress.Bytes[0], progress.Bytes[5]);
        }
    }

    /// <summary>Notes at each epoch's end how much this thread has allocated; allocates nothing itself.</summary>
    private sealed class AllocationProgress(int epochs) : IProgress<TrainingProgress>
    {
        public long[] Bytes { get; } = new long[epochs];

        public void Report(TrainingProgress value)
        {
            if (value.IsEpochEnd)
            {
                Bytes[value.Epoch - 1] = GC.GetAllocatedBytesForCurrentThread();
            }
        }
    }

    [Fact]
    public void Progress_tells_of_every_batch_and_every_epoch()
    {
        var (train, validation) = Samples.Spiral(100).Split(0.7, seed: 1);
        var progress = new CollectedProgress();
        var trainer = new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Sgd(0.2f)) { BatchSize = 32, Schedule = new StepDecay(1, 0.5f) };

        TrainingHistory history = trainer.Fit(train, validation, epochs: 2, progress);

        Assert.Equal(
            [(1, 1, false), (1, 2, false), (1, 3, false), (1, 3, true), (2, 1, false), (2, 2, false), (2, 3, false), (2, 3, true)],
            progress.Reports.Select(report => (report.Epoch, report.Batch, report.IsEpochEnd)));
        Assert.All(progress.Reports, report => Assert.Equal((2, 3), (report.Epochs, report.Batches)));
        Assert.All(progress.Reports, report => Assert.Equal(report.Epoch == 1 ? 0.2f : 0.1f, report.LearningRate));
        Assert.All(progress.Reports, report => Assert.True(report.SamplesPerSecond > 0));
        Assert.All(progress.Reports, report => Assert.Equal(report.IsEpochEnd, report.ValidationLoss is not null));
        Assert.Equal(history.TrainingLoss.ToArray(), progress.EpochEnds.Select(report => report.Loss));
        Assert.Equal(history.ValidationLoss.ToArray(), progress.EpochEnds.Select(report => report.ValidationLoss!.Value));
        Assert.Equal(
            history.ValidationMetric(new Accuracy()).ToArray(), progress.EpochEnds.Select(report => report.ValidationMetric!.Value));
    }

    [Fact]
    public void A_normaliser_of_the_network_does_what_normalised_rows_would()
    {
        TrainingSet raw = Samples.Spiral(90).AsTrainingSet();
        Normalizer normalizer = Normalizer.FitStandardize(raw);
        var inside = new NormalisedNet(seed: 6) { Normalizer = normalizer };
        new Trainer<NormalisedNet>(inside, new Adam()).Fit(raw, epochs: 3);

        var outside = new NormalisedNet(seed: 6);
        new Trainer<NormalisedNet>(outside, new Adam()).Fit(normalizer.Apply(raw), epochs: 3);

        Assert.Equal(Samples.Values(outside.State), Samples.Values(inside.State));
    }

    [Fact]
    public void A_history_reads_as_a_table_with_the_best_epoch_marked()
    {
        var (train, validation) = Samples.Spiral(90).Split(0.5, seed: 1);
        TrainingHistory history = new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Adam(0.01f)).Fit(train, validation, epochs: 3);

        string[] lines = history.ToString().Split('\n');

        Assert.Equal(["epoch", "loss", "validation", "Accuracy", "samples/s"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(4, lines.Length);
        Assert.All(Enumerable.Range(1, 3), epoch => Assert.Equal(epoch == history.BestEpoch, lines[epoch][4] == '*'));
        Assert.Contains(FormattableString.Invariant($"{history.ValidationLoss[2]:f4}"), lines[3], StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => history.ValidationMetric(new MeanAbsoluteError()).Length);
    }

    [Fact]
    public void A_remainder_of_one_row_waits_where_a_layer_normalises_over_the_batch()
    {
        Dataset data = Samples.Spiral(65);
        var progress = new CollectedProgress();

        new Trainer<NormalisedNet>(new NormalisedNet(seed: 1), new Adam()) { BatchSize = 32 }.Fit(data, epochs: 1, progress: progress);
        new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Adam()) { BatchSize = 32 }.Fit(data, epochs: 1, progress: progress);

        Assert.Equal([2, 3], progress.EpochEnds.Select(report => report.Batches));
    }

    [Fact]
    public void Cancelling_leaves_the_weights_of_the_last_whole_step()
    {
        Dataset data = Samples.Spiral(200);
        using var cancellation = new CancellationTokenSource();
        var cancelled = new SpiralNet(seed: 1);
        var trainer = new Trainer<SpiralNet>(cancelled, new Adam()) { BatchSize = 20, Shuffle = false };

        Assert.Throws<OperationCanceledException>(() => trainer.Fit(
            data, epochs: 5, progress: new CollectedProgress(report => Cancel(report.Batch == 4)), cancellationToken: cancellation.Token));

        var four = new SpiralNet(seed: 1);
        Dataset first = data.Subset([.. Enumerable.Range(0, 80)]);
        new Trainer<SpiralNet>(four, new Adam()) { BatchSize = 20, Shuffle = false }.Fit(first, epochs: 1);
        Assert.Equal(Samples.Values(four.State), Samples.Values(cancelled.State));
        Assert.True(double.IsFinite(trainer.Evaluate(data).Loss));

        void Cancel(bool now)
        {
            if (now)
            {
                cancellation.Cancel();
            }
        }
    }

    [Fact]
    public void A_data_set_that_does_not_fit_the_network_is_refused()
    {
        var trainer = new Trainer<SpiralNet>(new SpiralNet(seed: 1), new Adam());
        void AssertRefused(Dataset data, string message)
        {
            AssertMessage<ArgumentException>(message, () => trainer.Fit(data));
            AssertMessage<ArgumentException>(message, () => trainer.Fit(Samples.Spiral(9), data));
            AssertMessage<ArgumentException>(message, () => trainer.Evaluate(data));
        }

        AssertRefused(Dataset.FromLabels(new float[9], new int[3], 3), "SpiralNet takes 2 inputs; rows of this data set have 3.");
        AssertRefused(Dataset.FromLabels(new float[6], new int[3], 4), "SpiralNet has 3 outputs; this data set has 4 classes.");
        AssertRefused(Dataset.FromTargets(new float[6], new float[6], 2), "SpiralNet has 3 outputs; this data set has 2 targets.");
        AssertRefused(
            Dataset.FromTargets(new float[6], new float[] { 0, 0, 0, 0, 0, 2, 0, 0, 0 }, 3),
            "Target 2 of row 1 is 2; the loss of SpiralNet takes probabilities, 0 to 1.");
        var hinge = new Trainer<HingeNet>(new HingeNet(seed: 1), new Adam());
        AssertMessage<ArgumentException>(
            "The loss of HingeNet takes labels; rows of this data set have targets.",
            () => hinge.Fit(Dataset.FromTargets(new float[6], new float[9], 3)));
        var yesNo = new Trainer<YesNoNet>(new YesNoNet(seed: 1), new Adam());
        AssertMessage<ArgumentException>(
            "YesNoNet has 2 outputs; this data set has 1 targets.",
            () => yesNo.Fit(Dataset.FromTargets(new float[9], new float[3], 1)));
        AssertMessage<ArgumentException>(
            "Target 1 of row 1 is 1.5; the loss of YesNoNet takes probabilities, 0 to 1.",
            () => yesNo.Fit(Dataset.FromTargets(new float[6], new[] { 0, 1, 1, 1.5f }, 2)));
        var linear = new Trainer<LinearNet>(new LinearNet(seed: 1), new Sgd(0.1f));
        AssertMessage<ArgumentException>(
            "The loss of LinearNet takes targets; rows of this data set have labels.",
            () => linear.Fit(Dataset.FromLabels(new float[9], new int[3], 2)));
        var bare = new Trainer<BareNet>(new BareNet(seed: 1), new Adam());
        AssertMessage<InvalidOperationException>("BareNet has no loss", () => bare.Fit(Samples.Spiral(9)));
    }

    [Fact]
    public void Settings_out_of_their_range_are_refused()
    {
        var net = new SpiralNet(seed: 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<SpiralNet>(net, new Adam()) { BatchSize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<SpiralNet>(net, new Adam()) { Threads = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer<SpiralNet>(net, new Adam()).Fit(Samples.Spiral(9), epochs: 0));
        Assert.Throws<ArgumentNullException>(() => new Trainer<SpiralNet>(null!, new Adam()));
        Assert.Throws<ArgumentNullException>(() => new Trainer<SpiralNet>(net, null!));
        var early = new Trainer<SpiralNet>(net, new Adam()) { EarlyStopping = new EarlyStopping(3) };
        AssertMessage<ArgumentException>("validation data", () => early.Fit(Samples.Spiral(9)));
    }

    private static void AssertMessage<TException>(string message, Action action)
        where TException : Exception =>
        Assert.Contains(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);
}
