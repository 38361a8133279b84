using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Layerwright.CodeFixes.Editing;

/// <summary>Takes a written bias away that a batch normalisation put behind its layer would cancel.</summary>
internal static class CancelledBias
{
    public static IEnumerable<TextChange> Remove(FixTarget target, AttributeSyntax weights) =>
        Find(target, weights) is { } bias ? ArgumentText.Remove(bias) : [];

    /// <summary>The argument that asks for it.</summary>
    public static AttributeArgumentSyntax? Find(FixTarget target, AttributeSyntax weights) =>
        target.ArgumentOf(weights, "UseBias") is { } bias
        && target.Model.GetConstantValue(bias.Expression, target.CancellationToken) is { HasValue: true, Value: true }
            ? bias
            : null;
}
