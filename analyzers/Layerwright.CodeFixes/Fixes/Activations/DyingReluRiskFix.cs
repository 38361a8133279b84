using System.Composition;
using Layerwright.Analyzers.Rules.Activations;
using Layerwright.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Layerwright.CodeFixes.Fixes.Activations;

/// <summary>LW2012: leaky units in the place of all that may die.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DyingReluRiskFix))]
[Shared]
public sealed class DyingReluRiskFix() : ReplaceLayerFix(DyingReluRiskRule.Id, "LeakyReLU");
