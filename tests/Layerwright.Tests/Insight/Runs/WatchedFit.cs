using Layerwright.Testing;

namespace Layerwright.Tests.Insight.Runs;

/// <summary>Fits on real images under a monitor.</summary>
internal static class WatchedFit
{
    private static readonly Lazy<DataSplit> s_images = new(() => Read().Split(0.8, seed: 1));

    /// <summary>1,600 and 400 images of clothing, as numbers between 0 and 1.</summary>
    public static DataSplit Images => s_images.Value;

    /// <summary>What the layers want of them.</summary>
    public static Normalizer PerChannel { get; } = Normalizer.FitPerChannel(Images.Train);

    /// <summary>What the monitor says of a network after some epochs.</summary>
    public static TrainingMonitor Run<TNetwork>(
        TNetwork network, Optimizer optimizer, int epochs = 4, ulong seed = 1, Dataset? training = null, Dataset? validation = null, int batchSize = 32)
        where TNetwork : class, INetwork<TNetwork>
    {
        var monitor = new TrainingMonitor();
        var trainer = new Trainer<TNetwork>(network, optimizer) { BatchSize = batchSize, Seed = seed, Observers = [monitor] };
        trainer.Fit(training ?? Images.Train, validation ?? Images.Rest, epochs);
        return monitor;
    }

    /// <summary>The same rows with other inputs and labels.</summary>
    public static Dataset Changed(Dataset data, Func<float, float> pixel, Action<int[]>? labels = null)
    {
        int[] changed = [.. Enumerable.Range(0, data.Count).Select(data.Label)];
        labels?.Invoke(changed);
        return Dataset.FromLabels(Enumerable.Range(0, data.Count).SelectMany(row => data.Input(row).ToArray()).Select(pixel).ToArray(), changed, data.Classes);
    }

    private static Dataset Read()
    {
        string folder = Path.Combine(Repository.Root, "samples", "FashionMnist", "Data");
        return IdxReader.Read(Path.Combine(folder, "t10k-images-idx3-ubyte.gz"), Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"), 10);
    }
}
