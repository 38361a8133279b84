namespace Layerwright;

/// <summary>What every layer takes. The order in which layers are declared is the order of data flow.</summary>
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// The layer's name, an identifier unique in its network or block ignoring case. Layers with weights appear as members
    /// under it. Default: the attribute's name and a number, counted per kind from 1 over the unnamed layers (<c>Dense1</c>).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The prefix of the layer's entries in the state dictionary, for weights that come from elsewhere
    /// (<c>Key = "layer1.0.fc"</c> gives <c>layer1.0.fc.weight</c>); inside a block relative to the block's prefix.
    /// Default: the name in lower case (<c>dense1.weight</c>).
    /// </summary>
    public string? Key { get; set; }
}
