namespace Layerwright.Tests.Insight.Runs;

public class HealthyRunTests
{
    private static readonly ulong[] s_seeds = [1, 2, 3, 4];

    /// <summary>Those of 400 other runs that come nearest to a bound: a third of the units dead, gradients of one sign behind a pooling.</summary>
    private static readonly (string Network, string Optimizer, ulong Seed)[] s_nearest =
    [
        ("LeNet", "AdamW", 23),
        ("LeNet", "AdamW", 27),
        ("LeNet", "AdamW", 44),
        ("residual network", "Sgd", 16),
    ];

    public static TheoryData<string, string, ulong> Runs => new(
        (from network in Networks.Keys
         from optimizer in Optimizers.Keys
         from seed in s_seeds
         select (network, optimizer, seed)).Concat(s_nearest));

    public static TheoryData<string> Kinds => [.. Networks.Keys];

    private static Dictionary<string, Func<Optimizer, ulong, TrainingMonitor>> Networks { get; } = new(StringComparer.Ordinal)
    {
        ["MLP"] = (optimizer, seed) => WatchedFit.Run(new PlainMlp(seed) { Normalizer = WatchedFit.PerChannel }, optimizer, seed: seed),
        ["MLP with BatchNorm"] = (optimizer, seed) => WatchedFit.Run(new NormalisedMlp(seed) { Normalizer = WatchedFit.PerChannel }, optimizer, seed: seed),
        ["LeNet"] = (optimizer, seed) => WatchedFit.Run(new LeNet(seed) { Normalizer = WatchedFit.PerChannel }, optimizer, seed: seed),
        ["VGG with BatchNorm"] = (optimizer, seed) => WatchedFit.Run(new SmallVgg(seed) { Normalizer = WatchedFit.PerChannel }, optimizer, seed: seed),
        ["residual network"] = (optimizer, seed) => WatchedFit.Run(new SmallResNet(seed) { Normalizer = WatchedFit.PerChannel }, optimizer, seed: seed),
    };

    private static Dictionary<string, Func<ulong, TrainingMonitor>> FirstBatches { get; } = new(StringComparer.Ordinal)
    {
        ["MLP"] = seed => FirstBatch(new PlainMlp(seed) { Normalizer = WatchedFit.PerChannel }, seed),
        ["MLP with BatchNorm"] = seed => FirstBatch(new NormalisedMlp(seed) { Normalizer = WatchedFit.PerChannel }, seed),
        ["LeNet"] = seed => FirstBatch(new LeNet(seed) { Normalizer = WatchedFit.PerChannel }, seed),
        ["VGG with BatchNorm"] = seed => FirstBatch(new SmallVgg(seed) { Normalizer = WatchedFit.PerChannel }, seed),
        ["residual network"] = seed => FirstBatch(new SmallResNet(seed) { Normalizer = WatchedFit.PerChannel }, seed),
    };

    private static Dictionary<string, Optimizer> Optimizers { get; } = new(StringComparer.Ordinal)
    {
        ["Sgd"] = new Sgd(0.01f) { Momentum = 0.9f },
        ["AdamW"] = new AdamW(1e-3f),
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_healthy_run_shows_nothing(string network, string optimizer, ulong seed)
    {
        TrainingMonitor monitor = Networks[network](Optimizers[optimizer], seed);

        Assert.True(monitor.Record.Epochs[^1].ValidationAccuracy > 0.4);
        Assert.Equal("", string.Join('\n', monitor.Findings));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_first_loss_of_a_healthy_network_is_healthy_for_each_of_100_seeds(string network)
    {
        var found = new List<string>();
        for (ulong seed = 1; seed <= 100; seed++)
        {
            TrainingMonitor monitor = FirstBatches[network](seed);
            Assert.NotNull(monitor.Record.InitialLoss);
            found.AddRange(monitor.Findings.Select(finding => $"seed {seed}: {finding}"));
        }

        Assert.Equal("", string.Join('\n', found));
    }

    /// <summary>What a monitor says after one step, with rows of the seed's own.</summary>
    private static TrainingMonitor FirstBatch<TNetwork>(TNetwork network, ulong seed)
        where TNetwork : class, INetwork<TNetwork>
    {
        Dataset rows = WatchedFit.Images.Train.Subset([.. Enumerable.Range(15 * (int)seed % 1500, 32)]);
        return WatchedFit.Run(network, new Sgd(1e-3f), epochs: 1, seed, rows, rows);
    }
}
