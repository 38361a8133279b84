using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Layers;

namespace Layerwright.CodeModel.Declarations.Checks;

/// <summary>LW0007: a network has layers between input and loss.</summary>
internal static class EmptyCheck
{
    public static IEnumerable<Issue> Run(NetworkDeclaration declaration)
    {
        if (!declaration.IsBlock
            && !declaration.HasUnknownAttribute
            && declaration.Layers.All(layer => LayerRoles.RoleOf(layer) != LayerRole.Hidden))
        {
            yield return new Issue(RuleIds.EmptyNetwork, declaration.MarkerAttribute, null, EquatableArray.Of(declaration.Type.Name));
        }
    }
}
