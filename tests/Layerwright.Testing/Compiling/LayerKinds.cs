using Layerwright.CodeModel.Layers;

namespace Layerwright.Testing.Compiling;

/// <summary>The layers that the compiler knows, by their attributes' names.</summary>
public static class LayerKinds
{
    /// <summary>Each kind once, in the registry's order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. LayerRegistry.All.Select(layer => layer.Kind)];
}
