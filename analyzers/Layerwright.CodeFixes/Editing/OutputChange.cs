using Layerwright.CodeModel.Declarations.Parsing;
using Layerwright.CodeModel.Layers;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Gives the output another loss, which takes it raw.</summary>
internal static class OutputChange
{
    /// <summary>Puts the loss in the place of the one among these layers, and takes the others away.</summary>
    public static async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, IEnumerable<AttributeSyntax> layers, string loss)
    {
        var parts = layers.ToLookup(layer => LayerList.RoleOf(target, layer) == LayerRole.Loss);
        var edits = new List<DocumentEdit>(await LayerRemoval.EditsAsync(target, parts[false]).ConfigureAwait(false));
        foreach (var old in parts[true])
        {
            string kind = target.DataOf(old) is { AttributeClass: { } type } ? KnownAttributes.Kind(type) : loss;
            if (kind != loss)
            {
                edits.AddRange(AttributeReplacement.Changes(target, old, kind, loss)
                    .Select(change => target.Edit(old.SyntaxTree, change.Span, change.NewText ?? ""))
                    .OfType<DocumentEdit>());
            }
        }

        return edits;
    }
}
