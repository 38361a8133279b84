using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Runs;

/// <summary>A monitor's record in a checkpoint.</summary>
public class MonitorResumeTests
{
    private const int Epochs = 5;

    [Theory]
    [InlineData("0030")] // within the first epoch, units being listened to
    [InlineData("0050")] // at its end
    [InlineData("0117")]
    [InlineData("0250")] // after the last step
    public void A_resumed_fits_record_findings_and_report_are_those_of_the_uninterrupted_fit(string step)
    {
        using var folder = new CheckpointFolder();
        TrainingMonitor whole = new(), before = new(), resumed = new();
        Create(whole).Fit(WatchedFit.Images.Train, WatchedFit.Images.Rest, Epochs);
        Create(new Checkpointer(folder["{step}"]) { EverySteps = 1, Keep = null }, before).Fit(WatchedFit.Images.Train, WatchedFit.Images.Rest, Epochs);

        Trainer<DeadNet>.Resume(folder[step.TrimStart('0')], [resumed]).Fit(WatchedFit.Images.Train, WatchedFit.Images.Rest, Epochs);

        Assert.Equal("LW7009", Assert.Single(whole.Findings).Id);
        Assert.Equal(whole.Findings, resumed.Findings);
        Assert.Equal(whole.ToString(), resumed.ToString());
        Assert.Equal(Epochs, resumed.Record.Epochs.Count);
        Assert.Equal(0, resumed.Record.Steps[0].Step);
        Assert.Equal(whole.Record.Steps, resumed.Record.Steps);
        Assert.Equal(whole.Record.Epochs, resumed.Record.Epochs);
        Assert.Equal(Page(whole), Page(resumed));
    }

    [Fact]
    public void Without_a_record_in_the_file_the_rest_of_the_fit_is_watched()
    {
        using var folder = new CheckpointFolder();
        Create(new Checkpointer(folder["{epoch}"]) { Keep = null }).Fit(WatchedFit.Images.Train, epochs: 3);
        var monitor = new TrainingMonitor();

        Trainer<DeadNet>.Resume(folder["2"], [monitor]).Fit(WatchedFit.Images.Train, epochs: 3);

        Assert.Equal(3, Assert.Single(monitor.Record.Epochs).Epoch);
    }

    [Fact]
    public void What_stopped_a_fit_is_still_known_when_it_is_resumed()
    {
        using var folder = new CheckpointFolder();
        var first = new TrainingMonitor { StopOn = ["LW7009"] };
        Create(first, new Checkpointer(folder["last"])).Fit(WatchedFit.Images.Train, epochs: 3);
        var told = new List<Finding>();
        var resumed = new TrainingMonitor { StopOn = [], Progress = new Told(told) };

        Trainer<DeadNet>.Resume(folder["last"], [resumed]).Fit(WatchedFit.Images.Train, epochs: 3);

        Assert.Equal(first.Findings, resumed.Findings);
        Assert.Empty(told);
    }

    [Fact]
    public void A_record_of_another_network_or_one_that_is_cut_is_refused()
    {
        var monitor = new TrainingMonitor();
        IResumableObserver observer = monitor;
        Assert.Empty(observer.SaveState().Tensors);
        Assert.Throws<InvalidOperationException>(() => observer.LoadState(new()));
        Create(monitor).Fit(WatchedFit.Images.Train, epochs: 1);
        ObserverState state = observer.SaveState();
        float[] numbers = Assert.Single(state.Tensors).Value;

        observer.LoadState(state);
        foreach (float[] broken in new[] { numbers[..^2], [.. numbers, 0, 0] })
        {
            Assert.Throws<InvalidDataException>(() => observer.LoadState(state with { Tensors = new Dictionary<string, float[]> { ["record1"] = broken } }));
        }

        var other = new TrainingMonitor();
        new Trainer<VanishingNet>(new VanishingNet(1), new Sgd(0.1f)) { Observers = [other] }.Fit(WatchedFit.Images.Rest, epochs: 1);
        Assert.Contains(
            "saw 5 layers; this network has 13",
            Assert.Throws<InvalidDataException>(() => ((IResumableObserver)other).LoadState(state)).Message, StringComparison.Ordinal);
    }

    private static string Page(TrainingMonitor monitor) => TrainingReport.ToHtml(new() { Record = monitor.Record, Findings = monitor.Findings });

    private static Trainer<DeadNet> Create(params ITrainingObserver[] observers) =>
        new(new DeadNet(1) { Normalizer = WatchedFit.PerChannel }, new Sgd(0.01f) { Momentum = 0.9f }) { BatchSize = 32, Seed = 1, Observers = observers };

    private sealed class Told(List<Finding> findings) : IProgress<Finding>
    {
        public void Report(Finding value) => findings.Add(value);
    }
}
