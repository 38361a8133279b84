using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Takes several attributes away at once: a list goes with the last of its own. Comments stay.</summary>
internal static class LayerRemoval
{
    public static async Task<IEnumerable<DocumentEdit>> EditsAsync(FixTarget target, IEnumerable<AttributeSyntax> layers)
    {
        var edits = new List<DocumentEdit>();
        foreach (var list in layers.GroupBy(layer => (AttributeListSyntax)layer.Parent!))
        {
            var text = await list.Key.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
            edits.AddRange(Changes(list.Key, list.ToList(), text)
                .Select(change => target.Edit(list.Key.SyntaxTree, change.Span, change.NewText ?? ""))
                .OfType<DocumentEdit>());
        }

        return edits;
    }

    /// <summary>The same for attributes of one list.</summary>
    public static IEnumerable<TextChange> Changes(AttributeListSyntax list, List<AttributeSyntax> layers, SourceText text) =>
        layers.Count == 1 ? new AttributePlace(layers[0], text).Remove()
        : layers.Count == list.Attributes.Count ? new AttributePlace(layers[0], text, isWholeList: true).Remove()
        : Separated.Remove(list.Attributes, layers);
}
