using System.Composition;
using Layerwright.Analyzers.Rules.Data;
using Layerwright.CodeFixes.Editing;
using Layerwright.CodeFixes.Editing.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Data;

/// <summary>LW6003: lets the trainer shuffle, as it does by default.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShuffleOffFix))]
[Shared]
public sealed class ShuffleOffFix() : CallFix(ShuffleOffRule.Id)
{
    internal override IEnumerable<FixOffer> Offers(CallTarget target) =>
        target.Assignment is { } shuffle ? [Offer("Remove", ShuffleOffRule.Id, target.Edits(SettingText.Remove(shuffle)))] : [];
}
