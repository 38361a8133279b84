using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Monitoring;

/// <summary>Which fits a monitor watches.</summary>
public class MonitorFitsTests
{
    [Fact]
    public void A_fit_has_one_monitor()
    {
        TrainingMonitor first = new(), second = new();
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Sgd(0.1f)) { Observers = [first, second] };

        Assert.StartsWith("Two monitors watch this fit", Assert.Throws<InvalidOperationException>(() => trainer.Fit(Samples.Spiral(60), epochs: 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_loss_of_a_trainers_second_fit_is_that_of_no_untrained_network()
    {
        var monitor = new TrainingMonitor();
        var trainer = new Trainer<SpiralNet>(new SpiralNet(1), new Adam(0.02f)) { Observers = [monitor] };
        trainer.Fit(Samples.Spiral(300), epochs: 30);
        Assert.InRange(monitor.Record.InitialLoss!.Value, 0.9, 1.3);

        trainer.Fit(Samples.Spiral(300), epochs: 5);

        Assert.True(monitor.Record.Steps[0].Loss < 0.3);
        Assert.Null(monitor.Record.InitialLoss);
        Assert.DoesNotContain(monitor.Findings, finding => finding.Id == "LW7002");
    }
}
