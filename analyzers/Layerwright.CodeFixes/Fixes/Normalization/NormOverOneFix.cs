using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4010: takes the normalisation away that leaves nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormOverOneFix))]
[Shared]
public sealed class NormOverOneFix() : RemoveLayerFix(NormOverOneRule.Id);
