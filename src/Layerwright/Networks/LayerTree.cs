using Layerwright.Runtime;

namespace Layerwright;

/// <summary>Makes the handles of a network's layers from their dotted names.</summary>
internal static class LayerTree
{
    /// <summary>Every layer with state, and every block, by name.</summary>
    public static Dictionary<string, NetworkLayer> Build(NetworkBlueprint blueprint, ParameterStore store, StateDictionary state)
    {
        var handles = new Dictionary<string, NetworkLayer>(StringComparer.Ordinal);
        var entries = new List<StateEntry>?[blueprint.Layers.Length];
        for (int i = 0; i < blueprint.Parameters.Length; i++)
        {
            (entries[blueprint.Parameters[i].Layer] ??= []).Add(state[blueprint.Parameters[i].Key]);
        }

        for (int layer = 0; layer < blueprint.Layers.Length; layer++)
        {
            string name = blueprint.Layers[layer].Name;
            BlockLayer? parent = Parent(handles, name);
            if (entries[layer] is { } own)
            {
                NetworkLayer handle = Handle(blueprint.Layers[layer], store, layer, own);
                handles.Add(name, handle);
                parent?.Add(handle);
            }
        }

        return handles;
    }

    private static BlockLayer? Parent(Dictionary<string, NetworkLayer> handles, string name)
    {
        int dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return null;
        }

        string path = name[..dot];
        if (handles.TryGetValue(path, out NetworkLayer? known))
        {
            return (BlockLayer)known;
        }

        var block = new BlockLayer(path);
        handles.Add(path, block);
        Parent(handles, path)?.Add(block);
        return block;
    }

    private static NetworkLayer Handle(LayerInfo info, ParameterStore store, int layer, List<StateEntry> entries)
    {
        var byRole = new Dictionary<string, StateEntry>(StringComparer.Ordinal);
        foreach (StateEntry entry in entries)
        {
            byRole.Add(entry.Name[(entry.Name.LastIndexOf('.') + 1)..], entry);
        }

        return info.IsNormalization ? new NormLayer(info.Name, store, layer, byRole)
            : byRole["weight"].Shape.Length == 1 ? new SlopeLayer(info.Name, store, layer, byRole["weight"])
            : new WeightLayer(info, store, layer, byRole["weight"], byRole.GetValueOrDefault("bias"));
    }
}
