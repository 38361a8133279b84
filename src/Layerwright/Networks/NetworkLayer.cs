namespace Layerwright;

/// <summary>
/// A layer with state, or a block of layers, as a member of its network. Layers without state appear in the summary alone.
/// </summary>
public abstract class NetworkLayer
{
    private protected NetworkLayer(string name) => Name = name;

    /// <summary>Its name with its blocks': <c>Residual1.Branch.Dense1</c>.</summary>
    public string Name { get; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
