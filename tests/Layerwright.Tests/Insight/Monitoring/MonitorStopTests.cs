using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Monitoring;

public class MonitorStopTests
{
    /// <summary>The loss grows by a factor of about 1.4 a step.</summary>
    private static readonly Sgd s_tooFast = new(2.2f);

    [Fact]
    public void An_exploding_loss_ends_the_fit_with_the_last_good_weights()
    {
        var net = new LinearNet(1);
        float[] before = Samples.Values(net.State);
        var monitor = new TrainingMonitor();

        TrainingHistory history = Fit(net, s_tooFast, monitor, epochs: 100);

        Finding finding = Assert.Single(monitor.Findings, finding => finding.Id == "LW7005");
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.StartsWith("LW7005", history.StopReason, StringComparison.Ordinal);
        Assert.True(history.StoppedEarly);
        Assert.InRange(finding.Step!.Value, 20, 60);
        Assert.Equal(history.StopReason, monitor.Record.Fault);
        if (history.Epochs == 0)
        {
            Assert.Equal(before, Samples.Values(net.State));
        }
    }

    [Fact]
    public void The_weights_restored_are_those_of_the_last_whole_epoch()
    {
        var net = new LinearNet(1);
        var monitor = new TrainingMonitor();
        int epochs = Fit(net, s_tooFast, monitor, epochs: 100).Epochs;

        var other = new LinearNet(1);
        Fit(other, s_tooFast, null, epochs);

        Assert.InRange(epochs, 1, 20);
        Assert.Equal(Samples.Values(other.State), Samples.Values(net.State));
    }

    [Fact]
    public void A_stop_that_is_not_asked_for_is_only_found()
    {
        var monitor = new TrainingMonitor { StopOn = [] };

        TrainingHistory history = Fit(new LinearNet(1), s_tooFast, monitor, epochs: 10);

        Assert.Equal((10, false), (history.Epochs, history.StoppedEarly));
        Assert.Single(monitor.Findings, finding => finding.Id == "LW7005");
    }

    [Fact]
    public void A_loss_that_is_not_finite_reaches_the_caller_and_stays_as_a_finding()
    {
        var reported = new CollectedFindings();
        var net = new LinearNet(1);
        float[] before = Samples.Values(net.State);
        var monitor = new TrainingMonitor { Progress = reported };

        var fault = Assert.Throws<TrainingDivergedException>(() => Fit(net, new Sgd(1e25f), monitor, epochs: 3));

        Finding finding = Assert.Single(monitor.Findings, finding => finding.Id == "LW7001");
        Assert.Equal((fault.Epoch, (long?)fault.Step), (finding.Epoch, finding.Step));
        Assert.Contains(finding, reported.Findings);
        Assert.Equal(fault.Message, monitor.Record.Fault);
        Assert.Equal(before, Samples.Values(net.State));
    }

    [Fact]
    public void A_loss_that_falls_stops_nothing()
    {
        var monitor = new TrainingMonitor();

        TrainingHistory history = Fit(new LinearNet(1), new Sgd(0.1f), monitor, epochs: 20);

        Assert.Equal((20, null), (history.Epochs, history.StopReason));
        Assert.DoesNotContain(monitor.Findings, finding => finding.Id is "LW7001" or "LW7005");
        Assert.Null(monitor.Record.Fault);
    }

    private static TrainingHistory Fit(LinearNet net, Sgd optimizer, TrainingMonitor? monitor, int epochs) =>
        new Trainer<LinearNet>(net, optimizer) { BatchSize = 20, Observers = monitor is null ? [] : [monitor] }.Fit(Samples.Linear(100), epochs: epochs);

    private sealed class CollectedFindings : IProgress<Finding>
    {
        public List<Finding> Findings { get; } = [];

        public void Report(Finding value) => Findings.Add(value);
    }
}
