using System.Composition;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Data;

/// <summary>LW6002: fits the normaliser on what the trainer is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormalizerFittedOnTestFix))]
[Shared]
public sealed class NormalizerFittedOnTestFix() : CallFix(NormalizerFittedOnTestRule.Id)
{
    internal override IEnumerable<FixOffer> Offers(CallTarget target) => target.Suggestion is { } training
        ? [Offer("Fit on the training set", NormalizerFittedOnTestRule.Id, target.Edits([new(target.Diagnostic.Location.SourceSpan, training)]))]
        : [];
}
