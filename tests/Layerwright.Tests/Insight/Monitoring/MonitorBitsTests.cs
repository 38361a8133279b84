using Layerwright.Tests.Training;

namespace Layerwright.Tests.Insight.Monitoring;

public class MonitorBitsTests
{
    public static TheoryData<bool, int, int> Settings => new() { { false, 1, 1 }, { false, 1, 2 }, { true, 1, 2 }, { false, 3, 1 }, { true, 3, 2 } };

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_monitored_fit_gives_the_same_bits(bool clips, int accumulation, int threads)
    {
        AssertSame(() => new MixedNet(1), new Sgd(0.1f) { Momentum = 0.9f }, Samples.Spiral(150), clips, accumulation, threads);
        AssertSame(() => new NormalisedNet(2), new AdamW(0.01f), Samples.Spiral(150), clips, accumulation, threads);
        AssertSame(() => new WideNet(3), new Adam(0.01f), Samples.Spiral(150), clips, accumulation, threads);
        AssertSame(() => new ImageNet(4), new RmsProp(0.001f), Images(150), clips, accumulation, threads);
    }

    private static void AssertSame<TNetwork>(Func<TNetwork> create, Optimizer optimizer, Dataset data, bool clips, int accumulation, int threads)
        where TNetwork : class, INetwork<TNetwork>
    {
        var (plain, history) = Fit(create(), [], optimizer, data, clips, accumulation, threads);
        foreach (int interval in (int[])[0, 1, 3])
        {
            var monitor = new TrainingMonitor { SampleEvery = interval, SampleRows = 20 };
            var (watched, watchedHistory) = Fit(create(), [monitor], optimizer, data, clips, accumulation, threads);

            Assert.Equal(plain, watched);
            Assert.Equal(history.TrainingLoss, watchedHistory.TrainingLoss);
            Assert.Equal(history.ValidationLoss, watchedHistory.ValidationLoss);
            Assert.All(monitor.Record.Layers, layer => Assert.NotEmpty(layer.Samples));
        }
    }

    private static (float[] Values, TrainingHistory History) Fit<TNetwork>(
        TNetwork network, TrainingMonitor[] observers, Optimizer optimizer, Dataset data, bool clips, int accumulation, int threads)
        where TNetwork : class, INetwork<TNetwork>
    {
        var trainer = new Trainer<TNetwork>(network, optimizer)
        {
            BatchSize = 32,
            AccumulationSteps = accumulation,
            Threads = threads,
            Clipping = clips ? new ByNorm(0.5f) : null,
            Observers = observers,
        };
        TrainingHistory history = trainer.Fit(data, data, epochs: 2);
        return (Samples.Values(StateDictionary.Of(network.Parameters)), history);
    }

    private static Dataset Images(int rows)
    {
        var random = new Random(7);
        int[] labels = [.. Enumerable.Range(0, rows).Select(row => row % 3)];
        float[] inputs = [.. Enumerable.Range(0, rows * 64).Select(i => random.NextSingle() + (i / 64 % 3 * (i % 3)))];
        return Dataset.FromLabels(inputs, labels, 3);
    }
}
