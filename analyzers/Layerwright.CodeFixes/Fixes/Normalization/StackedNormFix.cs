using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4015: takes the second normalisation away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StackedNormFix))]
[Shared]
public sealed class StackedNormFix() : RemoveLayerFix(StackedNormRule.Id)
{
    private protected override string Title(FixTarget target) => "Remove one";
}
