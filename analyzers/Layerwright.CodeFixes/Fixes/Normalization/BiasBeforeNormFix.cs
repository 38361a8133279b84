using System.Composition;
using Layerwright.Analyzers.Rules.Normalization;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Normalization;

/// <summary>LW4003: without the bias that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BiasBeforeNormFix))]
[Shared]
public sealed class BiasBeforeNormFix() : SetArgumentFix(BiasBeforeNormRule.Id);
