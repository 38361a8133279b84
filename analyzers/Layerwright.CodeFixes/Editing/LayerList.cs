using Layerwright.CodeModel.Common;
using Layerwright.CodeModel.Declarations;
using Layerwright.CodeModel.Declarations.Checks;
using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>The layer attributes of a type, as syntax.</summary>
internal static class LayerList
{
    /// <summary>All layer attributes in order.</summary>
    public static IReadOnlyList<AttributeSyntax> Of(FixTarget target) => target.Attributes
        .Where(attribute => KnownAttributes.IsLayer(attribute.AttributeClass))
        .Select(attribute => attribute.ApplicationSyntaxReference?.GetSyntax(target.CancellationToken))
        .OfType<AttributeSyntax>()
        .ToList();

    /// <summary>Where a layer may stand: first, last or between.</summary>
    public static LayerRole RoleOf(FixTarget target, AttributeSyntax attribute) => target.DataOf(attribute) is { AttributeClass: { } type }
        ? LayerRoles.RoleOf(new LayerDeclaration(KnownAttributes.Kind(type), -1, EquatableArray<Argument>.Empty, EquatableArray<string>.Empty))
        : LayerRole.Hidden;
}
