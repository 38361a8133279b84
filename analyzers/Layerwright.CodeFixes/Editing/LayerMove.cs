using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Moves the marked attribute before or behind another, in its own document or across two.</summary>
internal static class LayerMove
{
    public static async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, AttributeSyntax anchor, bool toFront)
    {
        if (target.Attribute is not { } attribute || attribute == anchor)
        {
            return [];
        }

        var from = new AttributePlace(attribute, await attribute.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false));
        var to = new AttributePlace(anchor, await anchor.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false));
        var inserted = toFront ? to.Before([from.Text]) : to.After([from.Text]);
        return from.Take().Select(change => (attribute.SyntaxTree, change))
            .Append((anchor.SyntaxTree, inserted))
            .Select(edit => target.Edit(edit.Item1, edit.Item2.Span, edit.Item2.NewText ?? ""))
            .OfType<DocumentEdit>()
            .ToList();
    }
}
