using System.Diagnostics;

namespace Layerwright;

/// <summary>A block of layers: what <c>[Residual]</c>, <c>[Use]</c> and <c>[Repeat]</c> made. Blocks nest.</summary>
[DebuggerDisplay("{Name,nq}: {Layers.Count} layers")]
public sealed class BlockLayer : NetworkLayer
{
    private readonly List<NetworkLayer> _layers = [];

    internal BlockLayer(string name)
        : base(name)
    {
    }

    /// <summary>Its layers with state and its inner blocks, in order.</summary>
    public IReadOnlyList<NetworkLayer> Layers => _layers.AsReadOnly();

    /// <summary>A layer or block inside, by its name from here on: <c>Dense1</c>, <c>Branch.Dense1</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message lists what there is.</exception>
    public NetworkLayer this[string name] => Find(this, $"{Name}.{name}")
        ?? throw new KeyNotFoundException(
            $"{Name} has no '{name}'; it has "
            + $"{string.Join(", ", _layers.Select(layer => layer.Name[(Name.Length + 1)..]))}.");

    internal void Add(NetworkLayer layer) => _layers.Add(layer);

    private static NetworkLayer? Find(BlockLayer block, string path)
    {
        foreach (NetworkLayer layer in block._layers)
        {
            if (layer.Name == path)
            {
                return layer;
            }

            if (layer is BlockLayer inner && path.StartsWith(inner.Name + '.', StringComparison.Ordinal))
            {
                return Find(inner, path);
            }
        }

        return null;
    }
}
