using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>A fix that takes the marked layer away. Comments stay.</summary>
public abstract class RemoveLayerFix : LayerFix
{
    private readonly string _id;

    private protected RemoveLayerFix(string id)
        : base(id)
    {
        _id = id;
    }

    /// <inheritdoc/>
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsInBlock: false, IsMendable: true } ? [new(Title(target), _id)] : [];

    /// <inheritdoc/>
    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (Removed(target) is not { } layer)
        {
            return [];
        }

        var text = await layer.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        return In(target, layer.SyntaxTree, new AttributePlace(layer, text).Remove()).ToList();
    }

    /// <summary>The layer that goes.</summary>
    private protected virtual AttributeSyntax? Removed(FixTarget target) => target.Attribute;

    /// <summary>What a person reads.</summary>
    private protected virtual string Title(FixTarget target) => "Remove";
}
