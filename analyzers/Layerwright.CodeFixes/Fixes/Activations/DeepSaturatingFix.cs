using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2003: a batch normalisation behind the weights of each saturating layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeepSaturatingFix))]
[Shared]
public sealed class DeepSaturatingFix() : LayerFix(DeepSaturatingRule.Id)
{
    internal override IEnumerable<FixChoice> Choices(FixTarget target) =>
        target is { IsInBlock: false, IsMendable: true } ? [new("Insert [BatchNorm] before each", DeepSaturatingRule.Id)] : [];

    internal override async Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        var edits = new List<DocumentEdit>();
        foreach (var weights in target.Listed(DiagnosticProperties.Feeders))
        {
            edits.AddRange(In(target, weights.SyntaxTree, await BatchNormInsertion.ChangesAsync(target, weights).ConfigureAwait(false)));
        }

        return edits;
    }
}
