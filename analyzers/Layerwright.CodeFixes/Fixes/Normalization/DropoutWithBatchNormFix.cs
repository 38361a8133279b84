using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4013: takes the dropout away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DropoutWithBatchNormFix))]
[Shared]
public sealed class DropoutWithBatchNormFix() : RemoveLayerFix(DropoutWithBatchNormRule.Id);
