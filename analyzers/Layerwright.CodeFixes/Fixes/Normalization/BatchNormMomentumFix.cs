using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4012: the default momentum.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchNormMomentumFix))]
[Shared]
public sealed class BatchNormMomentumFix() : DropArgumentFix(BatchNormMomentumRule.Id, "Use the default");
