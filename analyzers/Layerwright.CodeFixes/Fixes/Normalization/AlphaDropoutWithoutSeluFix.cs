using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4016: plain dropout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AlphaDropoutWithoutSeluFix))]
[Shared]
public sealed class AlphaDropoutWithoutSeluFix() : ReplaceLayerFix(AlphaDropoutWithoutSeluRule.Id, "Dropout")
{
    private protected override string Title(string kind) => $"Use [{kind}]";
}
