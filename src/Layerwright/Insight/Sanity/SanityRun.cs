using Layerwright.Runtime;

namespace Layerwright;

/// <summary>What the checks of one run share: fresh networks with the same weights, and rows chosen by the seed.</summary>
internal sealed class SanityRun<TNetwork>
    where TNetwork : class, INetwork<TNetwork>
{
    private readonly FreshNetworks<TNetwork> _networks;

    public SanityRun(Func<ulong, TNetwork> create, TrainingSet data, SanityOptions options)
    {
        _networks = new(create, options.Seed, data);
        Data = data;
        Options = options;
        Blueprint = Create().Blueprint;
    }

    public TrainingSet Data { get; }

    public SanityOptions Options { get; }

    public NetworkBlueprint Blueprint { get; }

    /// <summary>A network with its first weights.</summary>
    public TNetwork Create() => _networks.Create();

    /// <summary>A network with its first weights, to train, without dropout and penalties.</summary>
    public TrainingStep<TNetwork> CreatePlainStep(int rows) =>
        new(Create(), rows, Options.Threads) { DropoutFactor = 0, RegularizationFactor = 0 };

    /// <summary>Batches of the whole data in an order that the seed decides.</summary>
    public BatchStream Batches(int rows) => new(Data, Blueprint, rows, Options.Seed);
}
