using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Monitoring;

public class MonitorAllocationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void A_step_without_a_sample_allocates_nothing(int interval)
    {
        var meter = new StepMeter();
        var monitor = new TrainingMonitor { SampleEvery = interval };

        // Enough steps that the curve of the loss is filled and halved.
        new Trainer<MixedNet>(new MixedNet(1), new Sgd(0.01f)) { BatchSize = 2, Threads = 1, Observers = [monitor, meter] }.Fit(Samples.Spiral(900), epochs: 4);

        HashSet<long> sampled = [.. monitor.Record.Layers[0].Samples.Select(sample => sample.Step)];
        Assert.Equal(1800, meter.Bytes.Length);
        Assert.DoesNotContain(Enumerable.Range(0, 1800), step => step % 450 != 0 && !sampled.Contains(step) && meter.Bytes[step] != 0);
        Assert.Contains(meter.Bytes, bytes => bytes > 0);
    }

    /// <summary>What each step allocated since the one before.</summary>
    private sealed class StepMeter : ITrainingObserver
    {
        private long _before;

        public long[] Bytes { get; private set; } = [];

        void ITrainingObserver.OnFitStarting(TrainingRun run) => Bytes = new long[run.Epochs * run.StepsPerEpoch];

        void ITrainingObserver.OnStepCompleted(TrainingRun run)
        {
            long now = GC.GetAllocatedBytesForCurrentThread();
            Bytes[run.Step - 1] = now - _before;
            _before = GC.GetAllocatedBytesForCurrentThread();
        }
    }
}
