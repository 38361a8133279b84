using System.Composition;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Data;

/// <summary>LW6009: mean and deviation of each channel, which leave neighbours where they are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WhitenedImagesFix))]
[Shared]
public sealed class WhitenedImagesFix() : CallFix(WhitenedImagesRule.Id)
{
    internal override IEnumerable<FixOffer> Offers(CallTarget target) => target.Suggestion is { } perChannel
        ? [Offer("Use FitPerChannel", WhitenedImagesRule.Id, target.Edits([new(target.Diagnostic.Location.SourceSpan, perChannel)]))]
        : [];
}
