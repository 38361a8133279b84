using System.Composition;
using Layerwright.Analyzers;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4010: takes the normalisation away that leaves nothing, or puts the one that the analyzer suggests in its place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormOverOneFix))]
[Shared]
public sealed class NormOverOneFix() : RemoveLayerFix(NormOverOneRule.Id)
{
    internal override Task<IReadOnlyList<DocumentEdit>> EditsAsync(FixTarget target, FixChoice choice)
    {
        if (target is not { Attribute: { } norm, Suggestion: { } kind })
        {
            return base.EditsAsync(target, choice);
        }

        var replacement = In(target, norm.SyntaxTree, AttributeReplacement.Changes(target, norm, target.Kind, kind));
        var biases = target.Listed(DiagnosticProperties.Feeders).SelectMany(weights => In(target, weights.SyntaxTree, CancelledBias.Remove(target, weights)));
        return Task.FromResult<IReadOnlyList<DocumentEdit>>([.. replacement, .. biases]);
    }

    private protected override string Title(FixTarget target) => target.Suggestion is { } kind ? $"Replace by [{kind}]" : base.Title(target);
}
