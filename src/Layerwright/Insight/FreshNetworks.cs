namespace Layerwright;

/// <summary>Networks with the same first weights, for checks that each begin anew.</summary>
/// <param name="create">Makes one from a seed.</param>
/// <param name="seed">The seed.</param>
/// <param name="data">What they shall take.</param>
internal sealed class FreshNetworks<TNetwork>(Func<ulong, TNetwork> create, ulong seed, IBatchSource data)
    where TNetwork : class, INetwork<TNetwork>
{
    private TNetwork? _last;

    /// <exception cref="ArgumentException">The function gave null or the same network twice, or the data does not fit it.</exception>
    public TNetwork Create()
    {
        TNetwork network = create(seed) ?? throw new ArgumentException($"It gave no network for seed {seed}.", nameof(create));
        if (ReferenceEquals(network, _last))
        {
            throw new ArgumentException(
                $"It gave the same {network.Blueprint.Name} twice; it must make a new one at each call, as seed => new {network.Blueprint.Name}(seed) does.",
                nameof(create));
        }

        if (_last is null)
        {
            DatasetFit.Check(network.Blueprint, data, nameof(data));
        }

        _last = network;
        return network;
    }
}
