using Layerwright;

namespace InitializationSample;

/// <summary>What rows showed on their way through ten layers and back.</summary>
/// <param name="Layers">The nonlinearities, from the input on.</param>
/// <param name="Findings">What the monitor found.</param>
internal sealed record Passage(IReadOnlyList<LayerRecord> Layers, IReadOnlyList<Finding> Findings)
{
    public LayerSample First => Layers[0].Samples[0];

    public LayerSample Last => Layers[^1].Samples[0];

    /// <summary>What the ten layers make of the deviation of activations: 1 where the signal arrives as it set out.</summary>
    public double Forward => Last.Deviation / First.Deviation;

    /// <summary>What they make of gradients on the way back.</summary>
    public double Backward => First.GradientRms!.Value / Last.GradientRms!.Value;

    /// <summary>
    /// Two training steps under a monitor, which says nothing of layers that it saw once, at a learning rate of 0: what is seen is the
    /// first weights' doing.
    /// </summary>
    public static Passage Of<TNetwork>(TNetwork network, Dataset data)
        where TNetwork : class, INetwork<TNetwork>
    {
        // Two steps are made, and both are looked at.
        var monitor = new TrainingMonitor { SampleEvery = 1 };
        new Trainer<TNetwork>(network, new Sgd(0)) { BatchSize = data.Count / 2, Observers = [monitor] }.Fit(data, epochs: 1);
        return new(
            [.. monitor.Record.Layers.Where(layer => layer.Kind is "Tanh" or "ReLU").Select((layer, i) => layer with { Name = $"layer {i + 1}" })],
            monitor.Findings);
    }
}
