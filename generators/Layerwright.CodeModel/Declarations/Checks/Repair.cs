using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>Puts inputs and losses where their fixes would, so that shape inference goes on behind a misplaced one and no fault is reported twice.</summary>
internal static class Repair
{
    public static NetworkDeclaration Apply(NetworkDeclaration declaration) => declaration with
    {
        Layers = declaration.IsBlock ? Hidden(declaration.Layers) : InOrder(declaration.Layers),
        Blocks = declaration.Blocks.Select(block => block with { Layers = Hidden(block.Layers) }).ToEquatableArray(),
    };

    private static EquatableArray<LayerDeclaration> InOrder(EquatableArray<LayerDeclaration> layers) =>
        Of(layers, LayerRole.Input).Take(1)
            .Concat(Of(layers, LayerRole.Hidden))
            .Concat(Of(layers, LayerRole.Loss).Take(1))
            .ToEquatableArray();

    private static EquatableArray<LayerDeclaration> Hidden(EquatableArray<LayerDeclaration> layers) =>
        Of(layers, LayerRole.Hidden).ToEquatableArray();

    private static IEnumerable<LayerDeclaration> Of(EquatableArray<LayerDeclaration> layers, LayerRole role) =>
        layers.Where(layer => LayerRoles.RoleOf(layer) == role);
}
