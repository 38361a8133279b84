using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>Where a declared layer may stand.</summary>
internal static class LayerRoles
{
    /// <summary>A kind that this compiler does not know may stand anywhere.</summary>
    public static LayerRole RoleOf(LayerDeclaration layer) =>
        LayerRegistry.Knows(layer.Kind) ? LayerRegistry.Get(layer.Kind).Role : LayerRole.Hidden;
}
