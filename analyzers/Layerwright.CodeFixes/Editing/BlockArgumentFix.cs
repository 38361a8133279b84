using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>
/// A fix that sets an argument of layers in the blocks that a network stacks: what these rules speak of are the ends of residual
/// branches, which are always blocks', and shows only where they are used. The diagnostic has their places as additional ones.
/// </summary>
public abstract class BlockArgumentFix : LayerFix
{
    private const string Residual = nameof(Residual);
    private readonly string _id;
    private readonly string _title;

    private protected BlockArgumentFix(string id, string title)
        : base(id)
    {
        _id = id;
        _title = title;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsMendable: true, Suggestion: not null, Argument: not null } ? [new(_title, _id)] : [];

    /// <inheritdoc/>
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var layers = target.Diagnostic.AdditionalLocations
            .Select(place => place.SourceTree?.GetRoot(target.CancellationToken).FindNode(place.SourceSpan, getInnermostNodeForTie: true))
            .Select(node => node?.FirstAncestorOrSelf<AttributeSyntax>())
            .OfType<AttributeSyntax>()
            .Where(layer => Takes(target, layer))
            .Distinct()
            .ToList();
        IReadOnlyList<DocumentEdit> edits = layers.Exists(layer => StandsElsewhere(target, layer))
            ? []
            : layers.SelectMany(layer => In(target, layer.SyntaxTree, [Set(layer, target.Argument!, target.Suggestion!)])).ToList();
        return Task.FromResult(edits);
    }

    /// <summary>The block is something else than a residual's branch somewhere in the project, where what suits a branch's end may not suit it.</summary>
    private static bool StandsElsewhere(FixTarget target, AttributeSyntax layer)
    {
        string? block = layer.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText;
        return target.Model.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot(target.CancellationToken).DescendantNodes().OfType<AttributeSyntax>())
            .SelectMany(attribute => attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Take(1))
            .Any(name => !name.Identifier.ValueText.StartsWith(Residual, StringComparison.Ordinal)
                && name.TypeArgumentList.Arguments.Any(argument => LastName(argument) == block));
    }

    private static string? LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The layer in the block, not the attribute that brings it in.</summary>
    private static bool Takes(FixTarget target, AttributeSyntax layer) => AttributeProperties.Has(
        target.Model.Compilation.GetSemanticModel(layer.SyntaxTree).GetTypeInfo(layer, target.CancellationToken).Type, target.Argument!);

    private static TextChange Set(AttributeSyntax layer, string name, string value) =>
        layer.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name) is { } written
            ? ArgumentText.Replace(written, value)
            : ArgumentText.Add(layer, name, value);
}
