using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4011: the default ε.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BatchNormEpsilonFix))]
[Shared]
public sealed class BatchNormEpsilonFix() : DropArgumentFix(BatchNormEpsilonRule.Id, "Use the default");
