using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4001: a batch normalisation right behind each layer that lacks one; a bias that it would cancel goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingBatchNormFix))]
[Shared]
public sealed class MissingBatchNormFix() : LayerFix(MissingBatchNormRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target.IsMendable ? [new("Insert [BatchNorm] before each", MissingBatchNormRule.Id)] : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var edits = new List<DocumentEdit>();
        foreach (var weights in target.Listed(DiagnosticProperties.Attributes))
        {
            edits.AddRange(In(target, weights.SyntaxTree, await BatchNormInsertion.ChangesAsync(target, weights).ConfigureAwait(false)));
        }

        return edits;
    }
}
