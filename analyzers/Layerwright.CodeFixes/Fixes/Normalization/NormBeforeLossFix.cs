using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4014: takes the normalisation of the outputs away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NormBeforeLossFix))]
[Shared]
public sealed class NormBeforeLossFix() : RemoveLayerFix(NormBeforeLossRule.Id);
