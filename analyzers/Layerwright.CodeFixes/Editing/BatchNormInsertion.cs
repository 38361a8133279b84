using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Puts a batch normalisation right behind weights; a bias written for them, which it would cancel, goes.</summary>
internal static class BatchNormInsertion
{
    public static async Task<IEnumerable<TextChange>> ChangesAsync(FixTarget target, AttributeSyntax weights)
    {
        var text = await weights.SyntaxTree.GetTextAsync(target.CancellationToken).ConfigureAwait(false);
        var norm = new AttributeText(LayerNames.Attribute(target.Model, weights.SpanStart, "BatchNorm"));
        return CancelledBias.Remove(target, weights).Prepend(new AttributePlace(weights, text).After([norm]));
    }
}
