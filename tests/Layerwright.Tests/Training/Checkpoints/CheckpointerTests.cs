using Layerwright.Runtime;

namespace Layerwright.Tests.Training;

public class CheckpointerTests
{
    private static readonly Dataset s_data = Samples.Spiral(60);

    [Fact]
    public void By_default_a_file_is_replaced_at_the_end_of_every_epoch()
    {
        using var folder = new CheckpointFolder();
        var checkpointer = new Checkpointer(folder["deep/last.safetensors"]);

        Fit(checkpointer, epochs: 3);

        Assert.Equal(folder["deep/last.safetensors"], checkpointer.LastPath);
        Assert.Equal([folder["deep/last.safetensors"]], Directory.GetFiles(folder["deep"]));
    }

    [Fact]
    public void Epochs_and_steps_may_stand_in_the_name()
    {
        using var folder = new CheckpointFolder();

        // Three steps an epoch; the last epoch is written whatever the interval.
        Fit(new Checkpointer(folder["e{epoch}-s{step}"]) { EveryEpochs = 2 }, epochs: 5);
        Assert.Equal(["e2-s6", "e4-s12", "e5-s15"], folder.Files);

        Fit(new Checkpointer(folder["step{step}"]) { EveryEpochs = null, EverySteps = 4 }, epochs: 3);
        Assert.Equal(["step4", "step8", "step9"], folder.Files.Where(file => file.StartsWith("step", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_newest_are_kept_also_where_the_fit_was_resumed_and_other_files_stay()
    {
        using var folder = new CheckpointFolder();
        File.WriteAllText(folder["epoch 77"], "another fit's");
        Checkpointer Keeping(int count) => new(folder["epoch {epoch}"]) { Keep = count };
        Fit(Keeping(2), epochs: 4);
        Assert.Equal(["epoch 3", "epoch 4", "epoch 77"], folder.Files);

        Trainer<SpiralNet>.Resume(folder["epoch 4"], [Keeping(3)]).Fit(s_data, epochs: 7);
        Assert.Equal(["epoch 5", "epoch 6", "epoch 7", "epoch 77"], folder.Files);
    }

    [Fact]
    public void A_fit_without_a_checkpointer_gives_the_same_bits()
    {
        using var folder = new CheckpointFolder();
        var plain = new SpiralNet(1);
        new Trainer<SpiralNet>(plain, new Adam(0.01f)) { BatchSize = 20 }.Fit(s_data, epochs: 3);

        Assert.Equal(Samples.Values(plain.State), Samples.Values(Fit(new Checkpointer(folder["last"]) { EverySteps = 1 }, epochs: 3).State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("runs/")]
    [InlineData("runs/{epoch}/last")]
    [InlineData("epoch-{epochs}")]
    [InlineData("epoch-{epoch")]
    public void A_path_that_names_no_file_is_refused(string path) =>
        Assert.Equal("path", Assert.Throws<ArgumentException>(() => new Checkpointer(path)).ParamName);

    [Fact]
    public void Intervals_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new Checkpointer(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpointer("a") { EveryEpochs = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpointer("a") { EverySteps = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Checkpointer("a") { Keep = 0 });
        using var folder = new CheckpointFolder();
        Assert.Contains("EveryEpochs", Assert.Throws<InvalidOperationException>(() => Fit(new Checkpointer(folder["a"]) { EveryEpochs = null }, 1)).Message);
    }

    [Fact]
    public void A_checkpointer_serves_one_fit_at_a_time_and_then_another()
    {
        using var folder = new CheckpointFolder();
        var checkpointer = new Checkpointer(folder["last"]);
        var inner = new Inner(() => Fit(checkpointer, epochs: 1));

        Assert.Contains("another fit", Assert.Throws<InvalidOperationException>(() => Fit([checkpointer, inner], epochs: 2)).Message);
        Fit(checkpointer, epochs: 1);
    }

    [Fact]
    public void A_schedule_or_metric_of_ones_own_is_refused_before_the_first_step()
    {
        using var folder = new CheckpointFolder();
        var net = new SpiralNet(1);
        float[] before = Samples.Values(net.State);
        void AssertRefused(string name, Schedule? schedule, Metric metric, EarlyStopping? stopping = null)
        {
            var trainer = new Trainer<SpiralNet>(net, new Adam()) { Schedule = schedule, Metrics = [metric], EarlyStopping = stopping, Observers = [new Checkpointer(folder["last"])] };
            Assert.Contains(name, Assert.Throws<NotSupportedException>(() => trainer.Fit(s_data, s_data)).Message);
        }

        AssertRefused(nameof(Halving), new Halving(), new Accuracy());
        AssertRefused(nameof(Halving), new Warmup(3, new Halving()), new Accuracy());
        AssertRefused(nameof(Guess), null, new Guess());
        AssertRefused(nameof(Guess), null, new Accuracy(), new EarlyStopping(2, new Guess()));
        Assert.Equal(before, Samples.Values(net.State));
        Assert.Empty(folder.Files);
    }

    private static SpiralNet Fit(Checkpointer checkpointer, int epochs) => Fit([checkpointer], epochs);

    private static SpiralNet Fit(ITrainingObserver[] observers, int epochs)
    {
        var net = new SpiralNet(1);
        new Trainer<SpiralNet>(net, new Adam(0.01f)) { BatchSize = 20, Observers = observers }.Fit(s_data, epochs: epochs);
        return net;
    }

    private sealed class Inner(Action onStep) : ITrainingObserver
    {
        public void OnStepCompleted(TrainingRun run) => onStep();
    }

    private sealed record Halving : Schedule
    {
        public override float Factor(long step, long totalSteps, long stepsPerEpoch) => 0.5f;
    }

    private sealed record Guess : Metric
    {
        public override string Name => "Guess";

        public override MetricAccumulator CreateAccumulator(int outputLength, TargetKind target) => new Accuracy().CreateAccumulator(outputLength, target);
    }
}
