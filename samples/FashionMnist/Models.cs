using Layerwright;

namespace FashionMnistSample;

/// <summary>The networks that the sample trains, by name.</summary>
internal static class Models
{
    /// <summary>What trains and tests each.</summary>
    public static IReadOnlyDictionary<string, Action<Settings, CancellationToken>> Sessions { get; } =
        new Dictionary<string, Action<Settings, CancellationToken>>
        {
            ["mlp"] = Session(new Model<Mlp>(
                Mlp.Summary,
                Epochs: 10,
                BatchSize: 128,
                new AdamW(1e-3f) { WeightDecay = 0.1f },
                new CosineDecay(),
                (seed, normalizer) => new Mlp(seed) { Normalizer = normalizer },
                (network, file) => network.Save(file),
                Mlp.Load)),
            ["lenet"] = Session(new Model<LeNet>(
                LeNet.Summary,
                Epochs: 6,
                BatchSize: 64,
                OneCycleSgd,
                new OneCycle(),
                (seed, normalizer) => new LeNet(seed) { Normalizer = normalizer },
                (network, file) => network.Save(file),
                LeNet.Load)),
            ["resnet"] = Session(new Model<ResNet>(
                ResNet.Summary,
                Epochs: 6,
                BatchSize: 32,
                OneCycleSgd,
                new OneCycle(),
                (seed, normalizer) => new ResNet(seed) { Normalizer = normalizer },
                (network, file) => network.Save(file),
                ResNet.Load)),
        };

    /// <summary>The rate is the cycle's peak.</summary>
    private static Sgd OneCycleSgd => new(0.1f) { Momentum = 0.9f, WeightDecay = 5e-4f };

    private static Action<Settings, CancellationToken> Session<TNetwork>(Model<TNetwork> model)
        where TNetwork : class, INetwork<TNetwork> =>
        (settings, cancellation) => new Session<TNetwork>(model, settings).Run(cancellation);
}
